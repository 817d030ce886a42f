// Below which value does a share of a normal distribution lie? By ratios of polynomials, the same in every engine.

// Wichura (1988), algorithm AS 241, to about sixteen figures: in the middle, near it, and far out. Written out, since arrays of
// coefficients would take several times as long.

function middle(x: number): number {
  const over =
    ((((((2509.0809287301227 * x + 33430.57558358813) * x + 67265.7709270087) * x + 45921.95393154987) * x +
      13731.69376550946) *
      x +
      1971.5909503065513) *
      x +
      133.14166789178438) *
      x +
    3.3871328727963665
  const under =
    ((((((5226.495278852854 * x + 28729.085735721943) * x + 39307.89580009271) * x + 21213.794301586597) * x +
      5394.196021424751) *
      x +
      687.1870074920579) *
      x +
      42.31333070160091) *
      x +
    1
  return over / under
}

function near(x: number): number {
  const over =
    ((((((0.0007745450142783414 * x + 0.022723844989269184) * x + 0.2417807251774506) * x + 1.2704582524523684) * x +
      3.6478483247632045) *
      x +
      5.769497221460691) *
      x +
      4.630337846156546) *
      x +
    1.4234371107496835
  const under =
    ((((((1.0507500716444169e-9 * x + 0.0005475938084995345) * x + 0.015198666563616457) * x + 0.14810397642748008) *
      x +
      0.6897673349851) *
      x +
      1.6763848301838038) *
      x +
      2.053191626637759) *
      x +
    1
  return over / under
}

function far(x: number): number {
  const over =
    ((((((2.0103343992922881e-7 * x + 0.000027115555687434876) * x + 0.0012426609473880784) * x +
      0.026532189526576124) *
      x +
      0.29656057182850487) *
      x +
      1.7848265399172913) *
      x +
      5.463784911164114) *
      x +
    6.657904643501103
  const under =
    ((((((2.0442631033899397e-15 * x + 1.421511758316446e-7) * x + 0.000018463183175100548) * x +
      0.0007868691311456133) *
      x +
      0.014875361290850615) *
      x +
      0.1369298809227358) *
      x +
      0.599832206555888) *
      x +
    1
  return over / under
}

/** z with P(Z < z) = share, for a share between 0 and 1. */
export function normalQuantile(share: number): number {
  const off = share - 0.5
  if (off <= 0.425 && off >= -0.425) return off * middle(0.180625 - off * off)
  // A logarithm is taken in the tails only.
  const tail = Math.sqrt(-Math.log(off < 0 ? share : 1 - share))
  const size = tail <= 5 ? near(tail - 1.6) : far(tail - 5)
  return off < 0 ? -size : size
}
