// Facts in data/ are imported as modules and trusted only after their schema has passed them.
declare module '*.json' {
  const value: unknown
  export default value
}
