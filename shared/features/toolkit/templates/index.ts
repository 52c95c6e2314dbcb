import type { Template } from '../template.ts'

/** Every template that comes with the app, in the order the library shows within a topic. */
export const TEMPLATES: readonly Template[] = []
