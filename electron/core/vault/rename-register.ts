import { readEnvelope, writeEnvelope } from './key-envelope.ts'
import type { KnownRegister, RegisterList } from './register-list.ts'

/**
 * Gives a register its practice's new name where it is read without opening it: on the unlock screen, in the key file
 * and so in every backup made from now on, which a restore asks for by that name.
 */
export const renameRegister = (registers: RegisterList, register: KnownRegister, practiceName: string): void => {
  const envelope = readEnvelope(register.path)
  if (envelope.register.practiceName === practiceName) return
  writeEnvelope(register.path, { ...envelope, register: { ...envelope.register, practiceName } })
  registers.rename(register.id, practiceName)
}
