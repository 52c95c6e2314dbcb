import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { type RegisterLabel, registerLabelSchema } from '#shared/features/access/schema.ts'
import { writeWhole } from './atomic-file.ts'
import { readEnvelope } from './key-envelope.ts'
import { makeFolder } from './make-folder.ts'

const entrySchema = registerLabelSchema.extend({ path: z.string(), backupFolder: z.string().nullable() })
const listSchema = z.object({ current: z.string().nullable(), registers: z.array(entrySchema) })

/** A register this computer knows: what it is called and where it lies. Nothing about any patient. */
export type KnownRegister = z.infer<typeof entrySchema>

export interface RegisterList {
  all(): KnownRegister[]
  current(): KnownRegister | null
  /** The newest knowledge of a register; itself when this computer does not list it. */
  find(register: KnownRegister): KnownRegister
  /** Makes a register the current one; null goes back to set-up. */
  choose(id: string | null): void
  /** Adds or renames a register and makes it current. */
  remember(register: KnownRegister): void
  setBackupFolder(id: string, folder: string): void
  rename(id: string, practiceName: string): void
  /** Where a new register's file will lie. */
  newPath(register: RegisterLabel): string
}

/** Registers as they lie in the data folder, for when the list of them is damaged: nobody should think they are lost. */
const foundIn = (dataFolder: string): z.infer<typeof listSchema> => {
  const folder = join(dataFolder, 'registers')
  const names = existsSync(folder) ? readdirSync(folder) : []
  const registers = names.flatMap((name) => {
    const path = join('registers', name, 'register.db')
    try {
      return [{ ...readEnvelope(join(dataFolder, path)).register, path, backupFolder: null }]
    } catch {
      return []
    }
  })
  return { current: registers[0]?.id ?? null, registers }
}

/** The registers of a data folder, kept as JSON in it with paths relative to it. */
export const registerListIn = (dataFolder: string): RegisterList => {
  const path = join(dataFolder, 'registers.json')
  const read = (): z.infer<typeof listSchema> => {
    if (!existsSync(path)) return { current: null, registers: [] }
    try {
      return listSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      return foundIn(dataFolder)
    }
  }
  const write = (list: z.infer<typeof listSchema>): void => {
    makeFolder(dataFolder, 0o700)
    writeWhole(path, `${JSON.stringify(list, null, 2)}\n`)
  }
  const absolute = (entry: KnownRegister): KnownRegister => ({ ...entry, path: resolve(dataFolder, entry.path) })
  const change = (id: string, part: Partial<KnownRegister>): void => {
    const list = read()
    write({ ...list, registers: list.registers.map((entry) => (entry.id === id ? { ...entry, ...part } : entry)) })
  }
  return {
    all: () => read().registers.map(absolute),
    current() {
      const list = read()
      const found = list.registers.find((entry) => entry.id === list.current)
      return found === undefined ? null : absolute(found)
    },
    find: (register) =>
      read()
        .registers.map(absolute)
        .find((entry) => entry.id === register.id) ?? register,
    choose: (id) => write({ ...read(), current: id }),
    remember(register) {
      const others = read().registers.filter((entry) => entry.id !== register.id)
      write({
        current: register.id,
        registers: [...others, { ...register, path: relative(dataFolder, register.path) }],
      })
    },
    setBackupFolder: (id, folder) => change(id, { backupFolder: folder }),
    rename: (id, practiceName) => change(id, { practiceName }),
    newPath: (register) => join(dataFolder, 'registers', register.id, 'register.db'),
  }
}
