// The CommonJS build, which tslab loads: the library, plus a way to the kernel's display.
export * from './index'
