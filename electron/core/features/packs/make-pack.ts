import { PACK_VERSION, type PackManifest } from '#shared/features/packs/schema.ts'
import { canonicalJson, sha256 } from '../../canonical-json.ts'
import { type OwnKey, signatureOf } from './signing.ts'
import { type Member, zipOf } from './zip-bytes.ts'

/** A file of a pack before it is one. */
interface PackFile {
  readonly name: string
  readonly content: string
}

export interface PackParts {
  readonly about: Omit<PackManifest, 'format' | 'packVersion' | 'dataset' | 'tables' | 'members' | 'key'>
  readonly dataset: PackFile & Pick<PackManifest['dataset'], 'id' | 'format' | 'formatVersion'>
  /** JSON Schema of the dataset. */
  readonly schema: PackFile
  readonly tables: readonly (PackFile & { readonly title: string; readonly rows: number })[]
}

type FrozenFrom = Omit<PackParts['about'], 'kind' | 'title' | 'smallNumbers'>

/** Whose figures a pack holds, of which period, and when and by what they were frozen. */
export const frozenFrom = (of: FrozenFrom): FrozenFrom => ({
  practiceName: of.practiceName,
  odsCode: of.odsCode,
  networkName: of.networkName,
  from: of.from,
  to: of.to,
  frozenAt: of.frozenAt,
  producedBy: of.producedBy,
  demo: of.demo,
})

const memberOf = ({ name, content }: PackFile): Member => ({ name, bytes: Buffer.from(content, 'utf8') })

/** A signed pack. The same parts and key always give the same bytes: when it is written stands nowhere in it. */
export const makePack = ({ about, dataset, schema, tables }: PackParts, own: OwnKey): Buffer => {
  const members = [dataset, schema, ...tables].map(memberOf)
  const manifest: PackManifest = {
    ...about,
    format: 'throughline.pack',
    packVersion: PACK_VERSION,
    dataset: {
      member: dataset.name,
      id: dataset.id,
      format: dataset.format,
      formatVersion: dataset.formatVersion,
      sha256: sha256(dataset.content),
    },
    tables: tables.map(({ name, title, rows }) => ({ member: name, title, rows })),
    members: members.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
    key: own.key,
  }
  const text = memberOf({ name: 'manifest.json', content: canonicalJson(manifest) })
  const signature = canonicalJson({
    format: 'throughline.pack-signature',
    signs: 'manifest.json',
    algorithm: 'Ed25519',
    signature: signatureOf(own, text.bytes),
  })
  return zipOf([...members, text, memberOf({ name: 'signature.json', content: signature })])
}
