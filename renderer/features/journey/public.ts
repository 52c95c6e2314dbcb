/** What other features may use of the journey's screens. */
export { MiniStrip } from './mini-strip.tsx'
export { PersonStrip } from './person-strip.tsx'
