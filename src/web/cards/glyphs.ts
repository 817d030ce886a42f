// How does a preview picture spell, on a machine without fonts? In letters of five by seven dots, of this table.

// Rows from the top; each digit in base 32 holds the five dots of a row, the leftmost the highest bit.
const rows: Readonly<Record<string, string>> = {
  ...{ A: 'ehhvhhh', B: 'uhhuhhu', C: 'ehggghe', D: 'uhhhhhu', E: 'vgguggv', F: 'vgguggg', G: 'ehgnhhf' },
  ...{ H: 'hhhvhhh', I: 'e44444e', J: '72222ic', K: 'hikokih', L: 'ggggggv', M: 'hrllhhh', N: 'hhpljhh' },
  ...{ O: 'ehhhhhe', P: 'uhhuggg', Q: 'ehhhlid', R: 'uhhukih', S: 'fgge11u', T: 'v444444', U: 'hhhhhhe' },
  ...{ V: 'hhhhha4', W: 'hhhllrh', X: 'hha4ahh', Y: 'hha4444', Z: 'v1248gv', 0: 'ehjlphe', 1: '4c4444e' },
  ...{ 2: 'eh1248v', 3: 'v2421he', 4: '26aiv22', 5: 'vgu11he', 6: '68guhhe', 7: 'v124888', 8: 'ehhehhe' },
  ...{ 9: 'ehhf12c', '.': '00000cc', ',': '0000c48', ':': '0cc0cc0', '-': '000v000', '/': '01248g0' },
  ...{ '(': '2488842', ')': '8422248', '+': '044v440', '?': 'eh12404', "'": '4400000' },
}

export const glyphWidth = 6
export const glyphHeight = 7

/** Whether the dot of a letter is set; a letter that is not in the table is blank. */
export function isSet(letter: string, x: number, y: number): boolean {
  const row = Number.parseInt(rows[letter.toUpperCase()]?.[y] ?? '0', 32)
  return x < 5 && ((row >> (4 - x)) & 1) === 1
}
