import { AppError } from '#shared/contract/errors.ts'

/**
 * The container of old and of protected Office files, in which several streams lie in sectors that chains of numbers put
 * in order ([MS-CFB] 2). Its numbers are not believed: every sector must lie in the file, none may come twice, and
 * nothing is copied before all of it has been found.
 */
export interface OleContainer {
  /** The names of its streams, wherever they lie. */
  readonly names: ReadonlySet<string>
  /** The bytes of the first stream of that name; null where there is none. @throws AppError `validation` when it is damaged. */
  stream(name: string): Buffer | null
}

const SIGNATURE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const HEADER_BYTES = 512
/** The places of the header, [MS-CFB] 2.2. */
const AT = { shift: 30, fatSectors: 44, directory: 48, cutoff: 56, miniFat: 60, moreFat: 68, fatList: 76 } as const
const FAT_LIST_PLACES = 109
/** Sectors have 512 bytes, or 4,096 in version 4. */
const SHIFTS = new Set([9, 12])
const MINI_SECTOR = 64
/** Greater numbers are no sectors: the end of a chain, a free place, a part of the table itself. */
const LAST_SECTOR = 0xfffffffa
const END_OF_CHAIN = 0xfffffffe

const ENTRY_BYTES = 128
const MOST_ENTRIES = 4096
const ROOT = 5
const STREAM = 2

const OLD_FILE = 'This is an old Office file'
const SAVE_AGAIN =
  'Open it in the program it came from, save it as an Excel workbook (.xlsx), then choose the new file.'

/** @param why goes on from "This is an old Office file". */
export const refuseOldFile = (why: string): AppError => new AppError('validation', `${OLD_FILE} ${why} ${SAVE_AGAIN}`)

const damaged = (): AppError => refuseOldFile('that is damaged: its parts cannot be put together.')
const looping = (): AppError => refuseOldFile('that is damaged: its parts go round in a circle.')
const cutShort = (): AppError => refuseOldFile('that is cut short: it says that it holds more than it does.')

/** Sectors of one size in a run of bytes, and which comes after which. */
interface Sectors {
  readonly bytes: Buffer
  readonly size: number
  /** Where sector 0 starts. */
  readonly from: number
  after(sector: number): number
}

const sectorCount = ({ bytes, size, from }: Sectors): number => Math.ceil((bytes.length - from) / size)

/** The sectors of a chain in order. @param most how many belong to it; null: as many as come until its end. */
const chainOf = (sectors: Sectors, start: number, most: number | null): number[] => {
  const seen = new Uint8Array(sectorCount(sectors))
  const chain: number[] = []
  for (let sector = start; most === null || chain.length < most; sector = sectors.after(sector)) {
    if (sector === END_OF_CHAIN && most === null) return chain
    if (sector > LAST_SECTOR) throw damaged()
    if (sector >= seen.length) throw cutShort()
    if (seen[sector] === 1) throw looping()
    seen[sector] = 1
    chain.push(sector)
  }
  return chain
}

const join = ({ bytes, size, from }: Sectors, chain: readonly number[]): Buffer =>
  Buffer.concat(chain.map((sector) => bytes.subarray(from + sector * size, from + (sector + 1) * size)))

const streamIn = (sectors: Sectors, start: number, size: number): Buffer => {
  if (size > sectors.bytes.length) throw cutShort()
  const whole = join(sectors, chainOf(sectors, start, Math.ceil(size / sectors.size)))
  if (whole.length < size) throw cutShort()
  return whole.subarray(0, size)
}

/** A number of a table that lies in sectors; beyond the table there are none. */
const numberAt = (table: Buffer, place: number): number =>
  (place + 1) * 4 <= table.length ? table.readUInt32LE(place * 4) : END_OF_CHAIN

/** The table that says which sector comes after which. Its own sectors are listed in the header and, if many, beyond. */
const readTable = (bytes: Buffer, size: number): Buffer => {
  const flat: Sectors = { bytes, size, from: size, after: () => END_OF_CHAIN }
  const wanted = bytes.readUInt32LE(AT.fatSectors)
  if (wanted > sectorCount(flat)) throw cutShort()
  const list: number[] = []
  for (let place = 0; place < Math.min(wanted, FAT_LIST_PLACES); place += 1)
    list.push(bytes.readUInt32LE(AT.fatList + place * 4))
  const seen = new Set<number>()
  for (let more = bytes.readUInt32LE(AT.moreFat); list.length < wanted;) {
    if (more > LAST_SECTOR) throw damaged()
    if (seen.has(more)) throw looping()
    seen.add(more)
    const at = size + more * size
    if (at + size > bytes.length) throw cutShort()
    for (let place = 0; place < size / 4 - 1 && list.length < wanted; place += 1)
      list.push(bytes.readUInt32LE(at + place * 4))
    more = bytes.readUInt32LE(at + size - 4)
  }
  if (new Set(list).size !== list.length) throw looping()
  for (const sector of list) if (size + (sector + 1) * size > bytes.length) throw cutShort()
  return join(flat, list)
}

interface Entry {
  readonly name: string
  readonly kind: number
  readonly start: number
  readonly size: number
}

const entriesOf = (directory: Buffer): Entry[] => {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const entry = directory.subarray(at, at + ENTRY_BYTES)
    const kind = entry.readUInt8(66)
    if (kind === 0) continue
    const nameBytes = Math.min(64, Math.max(2, entry.readUInt16LE(64))) - 2
    const name = entry.subarray(0, nameBytes - (nameBytes % 2)).toString('utf16le')
    entries.push({ name, kind, start: entry.readUInt32LE(116), size: entry.readUInt32LE(120) })
    if (entries.length > MOST_ENTRIES) throw damaged()
  }
  return entries
}

/**
 * Opens a container as far as its directory.
 * @throws AppError `validation` when it is damaged, cut short, or its chains go round.
 */
export const openOleContainer = (bytes: Buffer): OleContainer => {
  if (bytes.length < HEADER_BYTES || !bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw damaged()
  const shift = bytes.readUInt16LE(AT.shift)
  if (!SHIFTS.has(shift)) throw damaged()
  const size = 2 ** shift
  const table = readTable(bytes, size)
  const sectors: Sectors = { bytes, size, from: size, after: (sector) => numberAt(table, sector) }
  const entries = entriesOf(join(sectors, chainOf(sectors, bytes.readUInt32LE(AT.directory), null)))
  const root = entries.find(({ kind }) => kind === ROOT)
  if (root === undefined) throw damaged()
  const streams = entries.filter(({ kind }) => kind === STREAM)
  /** Small streams lie together in one of the root's, in sectors of their own size. */
  const miniSectors = (): Sectors => {
    const start = bytes.readUInt32LE(AT.miniFat)
    const miniTable = start > LAST_SECTOR ? Buffer.alloc(0) : join(sectors, chainOf(sectors, start, null))
    const mini = streamIn(sectors, root.start, root.size)
    return { bytes: mini, size: MINI_SECTOR, from: 0, after: (sector) => numberAt(miniTable, sector) }
  }
  return {
    names: new Set(streams.map(({ name }) => name)),
    stream(wanted) {
      const entry = streams.find(({ name }) => name === wanted)
      if (entry === undefined) return null
      const isSmall = entry.size < bytes.readUInt32LE(AT.cutoff)
      return streamIn(isSmall ? miniSectors() : sectors, entry.start, entry.size)
    },
  }
}

/** Written in sectors so large that the header alone can list the table. */
const WRITTEN_SHIFT = 12
const WRITTEN_SECTOR = 2 ** WRITTEN_SHIFT
const CUTOFF = 4096
const FREE = 0xffffffff
const PART_OF_TABLE = 0xfffffffd

const directoryEntry = (name: string, kind: number, child: number, start: number, size: number): Buffer => {
  const entry = Buffer.alloc(ENTRY_BYTES)
  entry.write(name, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry.writeUInt8(kind, 66)
  entry.writeUInt8(1, 67)
  entry.writeUInt32LE(FREE, 68)
  entry.writeUInt32LE(FREE, 72)
  entry.writeUInt32LE(child, 76)
  entry.writeUInt32LE(start, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}

/** A container of a single stream, for a reader that takes nothing else. */
export const oleContainerOf = (name: string, stream: Buffer): Buffer => {
  const bodySectors = Math.max(1, Math.ceil(Math.max(stream.length, CUTOFF) / WRITTEN_SECTOR))
  const places = WRITTEN_SECTOR / 4
  let tableSectors = 1
  while (tableSectors * places < bodySectors + 1 + tableSectors) tableSectors += 1
  const file = Buffer.alloc((1 + tableSectors + 1 + bodySectors) * WRITTEN_SECTOR)
  SIGNATURE.copy(file)
  file.writeUInt16LE(0x3e, 24)
  file.writeUInt16LE(4, 26)
  file.writeUInt16LE(0xfffe, 28)
  file.writeUInt16LE(WRITTEN_SHIFT, AT.shift)
  file.writeUInt16LE(6, 32)
  file.writeUInt32LE(tableSectors, AT.fatSectors)
  file.writeUInt32LE(tableSectors, AT.directory)
  file.writeUInt32LE(CUTOFF, AT.cutoff)
  file.writeUInt32LE(END_OF_CHAIN, AT.miniFat)
  file.writeUInt32LE(END_OF_CHAIN, AT.moreFat)
  for (let place = 0; place < FAT_LIST_PLACES; place += 1)
    file.writeUInt32LE(place < tableSectors ? place : FREE, AT.fatList + place * 4)
  const first = tableSectors + 1
  const last = first + bodySectors - 1
  for (let sector = 0; sector < tableSectors * places; sector += 1) {
    const inBody = sector >= first && sector <= last
    const next = sector === tableSectors || sector === last ? END_OF_CHAIN : inBody ? sector + 1 : FREE
    file.writeUInt32LE(sector < tableSectors ? PART_OF_TABLE : next, WRITTEN_SECTOR + sector * 4)
  }
  const directory = (1 + tableSectors) * WRITTEN_SECTOR
  const size = Math.max(stream.length, CUTOFF)
  directoryEntry('Root Entry', ROOT, 1, END_OF_CHAIN, 0).copy(file, directory)
  directoryEntry(name, STREAM, FREE, first, size).copy(file, directory + ENTRY_BYTES)
  stream.copy(file, (1 + first) * WRITTEN_SECTOR)
  return file
}
