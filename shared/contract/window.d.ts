import type { ShellApi } from './shell-api.ts'

declare global {
  interface Window {
    readonly throughline: ShellApi
  }
}
