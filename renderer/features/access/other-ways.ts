import { later } from '#renderer/app/later.tsx'

/** The screens before a register that are seldom seen: their code comes after the unlock screen has been painted. */
export const setUp = later(async () => (await import('./set-up.tsx')).SetUp)
export const recovery = later(async () => (await import('./recovery-form.tsx')).RecoveryForm)
export const restore = later(async () => (await import('./restore-panel.tsx')).RestorePanel)
export const switching = later(async () => (await import('./switch-practice.tsx')).SwitchPractice)
