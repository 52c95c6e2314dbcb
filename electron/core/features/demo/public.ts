/** What other features may use of the demo. */
export { demoPractice, fillDemo } from './demo.ts'
