// Which kernel do the notebooks ask for? One of the project's own name, so that no tslab of the reader's is taken for it.

export const kernelspec = { display_name: 'servemath (TypeScript)', language: 'typescript', name: 'servemath' } as const
