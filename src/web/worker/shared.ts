// What of the library do the parts fetched later stand on? By name of file; filled in when the worker is built.
export const shared: Readonly<Record<string, object>> = {}
