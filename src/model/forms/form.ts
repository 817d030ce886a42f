// What other forms than a config.json may a model be described in? Each says whether an input is of it, and what config it stands for.

export type Form = {
  readonly is: (input: unknown) => boolean
  readonly read: (input: unknown) => Described
}

export type Described = {
  readonly config: Readonly<Record<string, unknown>>
  /** Where the tensors themselves are seen: how many numbers they hold, in how many bytes. */
  readonly stored?: { readonly parameters: number; readonly bytes: number }
}
