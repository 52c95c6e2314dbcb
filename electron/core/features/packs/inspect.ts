import { z } from 'zod'
import {
  FIGURES_VERSION,
  type InspectedPack,
  PACK_VERSION,
  type PackChange,
  type PackManifest,
  packManifestSchema,
  packSignatureSchema,
  type PackState,
  type PracticeFigures,
  practiceFiguresSchema,
} from '#shared/features/packs/schema.ts'
import { type ReportDataset, REPORT_VERSION, reportDatasetSchema } from '#shared/features/reports/schema.ts'
import { sha256 } from '../../canonical-json.ts'
import { openZip } from './open-zip.ts'
import { isSealed, unseal } from './seal.ts'
import { isSignedBy } from './signing.ts'

/** A pack as it was found, with the counts of a practice where it holds them. */
export type Inspected = InspectedPack & { readonly figures: PracticeFigures | null }

type Found = Pick<Inspected, 'state' | 'sentence'> &
  Partial<Pick<Inspected, 'changes' | 'manifest' | 'dataset' | 'figures'>>

const found = (state: PackState, sentence: string): Found => ({ state, sentence })

const NOT_A_PACK = found(
  'not-a-pack',
  'This file is no pack that Throughline wrote. Choose the file that ends in .throughline-pack.',
)
const DAMAGED = found('damaged', 'This file is damaged or was cut short on its way. Ask for it again.')
const NEWER = found(
  'newer',
  'This pack was written by a newer version of Throughline, which this one cannot check. Install the newer version.',
)
const OLDER = found(
  'older',
  'This pack was written in an older form, which this version no longer takes. Ask for it again from a newer version.',
)

const headSchema = z.object({
  format: z.literal('throughline.pack'),
  packVersion: z.number(),
  kind: z.string(),
  dataset: z.object({ formatVersion: z.number() }),
})

const jsonOf = (bytes: Buffer | undefined): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** Whether what is inside is in the form that this version reads. */
const versionOf = ({ packVersion, kind, dataset }: z.infer<typeof headSchema>): 'older' | 'newer' | 'ours' => {
  const ours = kind === 'practice' ? FIGURES_VERSION : REPORT_VERSION
  if (packVersion > PACK_VERSION || dataset.formatVersion > ours) return 'newer'
  return packVersion < PACK_VERSION || dataset.formatVersion < ours ? 'older' : 'ours'
}

const changesIn = (manifest: PackManifest, members: ReadonlyMap<string, Buffer>): PackChange[] => {
  const named = new Set(['manifest.json', 'signature.json', ...manifest.members.map(({ name }) => name)])
  const told = manifest.members.flatMap(({ name, sha256: wanted }): PackChange[] => {
    const bytes = members.get(name)
    if (bytes === undefined) return [{ member: name, how: 'missing' }]
    return sha256(bytes) === wanted ? [] : [{ member: name, how: 'changed' }]
  })
  const added = [...members.keys()].filter((name) => !named.has(name))
  return [...told, ...added.map((member): PackChange => ({ member, how: 'added' }))]
}

const CHANGE_WORDS: Readonly<Record<PackChange['how'], string>> = {
  changed: 'is not as it was signed',
  missing: 'is missing',
  added: 'was added',
}

const changed = (changes: readonly PackChange[]): Found => {
  const [first] = changes
  const others = changes.length > 1 ? `, and ${changes.length - 1} more` : ''
  const what = first === undefined ? '' : ` ${first.member} ${CHANGE_WORDS[first.how]}${others}.`
  return {
    ...found('changed', `This pack was changed after it was signed.${what} Do not use it: ask for it again.`),
    changes: [...changes],
  }
}

const MANIFEST_CHANGED = changed([{ member: 'manifest.json', how: 'changed' }])

const sameFacts = (manifest: PackManifest, inside: ReportDataset | PracticeFigures): boolean =>
  (['practiceName', 'odsCode', 'from', 'to', 'frozenAt', 'demo'] as const).every(
    (name) => manifest[name] === inside[name],
  ) && manifest.dataset.id === inside.id

/** What is inside a pack that is as it was signed. A signer can sign nonsense: that is damage, whoever did it. */
const readInside = (manifest: PackManifest, members: ReadonlyMap<string, Buffer>): Found => {
  const json = jsonOf(members.get(manifest.dataset.member))
  const unchanged = found('genuine', 'This pack is as it was signed.')
  if (manifest.kind === 'practice') {
    const { data } = practiceFiguresSchema.safeParse(json)
    return data !== undefined && sameFacts(manifest, data) ? { ...unchanged, manifest, figures: data } : DAMAGED
  }
  const { data } = reportDatasetSchema.safeParse(json)
  return data !== undefined && sameFacts(manifest, data) ? { ...unchanged, manifest, dataset: data } : DAMAGED
}

const inspectZip = (bytes: Buffer): Found => {
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return NOT_A_PACK
  const members = openZip(bytes)
  if (members === null) return DAMAGED
  const text = members.get('manifest.json')
  if (text === undefined)
    return members.has('signature.json') ? changed([{ member: 'manifest.json', how: 'missing' }]) : NOT_A_PACK
  const json = jsonOf(text)
  const head = headSchema.safeParse(json)
  if (!head.success) return members.has('signature.json') ? MANIFEST_CHANGED : NOT_A_PACK
  const version = versionOf(head.data)
  if (version !== 'ours') return version === 'newer' ? NEWER : OLDER
  const signature = members.get('signature.json')
  if (signature === undefined) return changed([{ member: 'signature.json', how: 'missing' }])
  const signed = packSignatureSchema.safeParse(jsonOf(signature))
  if (!signed.success) return changed([{ member: 'signature.json', how: 'changed' }])
  const manifest = packManifestSchema.safeParse(json)
  if (!manifest.success || !isSignedBy(manifest.data.key, text, signed.data.signature)) return MANIFEST_CHANGED
  const changes = changesIn(manifest.data, members)
  return changes.length > 0 ? changed(changes) : readInside(manifest.data, members)
}

const inspectSealed = async (bytes: Buffer, passphrase: string): Promise<Found> => {
  if (passphrase === '')
    return found('sealed', 'This pack is sealed with a passphrase. Ask the practice for it, by telephone.')
  const opened = await unseal(bytes, passphrase)
  switch (opened.state) {
    case 'open':
      return inspectZip(opened.pack)
    case 'wrong-passphrase':
      return found(
        'wrong-passphrase',
        'The passphrase does not open this pack. Either it is another one, or the file was changed on its way.',
      )
    case 'newer':
      return NEWER
    case 'damaged':
      return DAMAGED
  }
}

/**
 * Whether a file is a pack that is as it was signed. Whose key it is, is another question. Never throws for what is in
 * the file.
 * @param passphrase for a sealed pack; '' where none was given.
 */
export const inspectPack = async (bytes: Buffer, passphrase: string): Promise<Inspected> => {
  const wasSealed = isSealed(bytes)
  const whole = wasSealed ? await inspectSealed(bytes, passphrase) : inspectZip(bytes)
  return { changes: [], manifest: null, dataset: null, figures: null, ...whole, wasSealed, sha256: sha256(bytes) }
}
