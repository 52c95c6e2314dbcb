import type { CheckedPack, KnownSigner, PackManifest } from '#shared/features/packs/schema.ts'
import { keyWords } from '#shared/features/packs/labels.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Inspected } from './inspect.ts'
import { readOwnKey } from './signing.ts'

/** The keys that are remembered, by practice. */
export const readSigners = async (db: ReadDb): Promise<KnownSigner[]> => {
  const rows = await db.selectFrom('pack_signer').selectAll().orderBy('practice_name').orderBy('trusted_at').execute()
  return rows.map((row) => ({
    id: row.id,
    odsCode: row.ods_code,
    practiceName: row.practice_name,
    fingerprint: row.fingerprint,
    trustedAt: row.trusted_at,
    trustedBy: row.trusted_by,
    version: row.version,
  }))
}

const signerOf = async (db: ReadDb, { key, odsCode }: PackManifest): Promise<NonNullable<CheckedPack['signer']>> => {
  const own = await readOwnKey(db)
  const known = (await readSigners(db)).filter((signer) => signer.odsCode === odsCode)
  const trusted = known.find(({ fingerprint }) => fingerprint === key.fingerprint)
  return {
    fingerprint: key.fingerprint,
    isOurs: own?.key.fingerprint === key.fingerprint,
    trustedAt: trusted?.trustedAt ?? null,
    trustedBy: trusted?.trustedBy ?? null,
    others: known.map(({ fingerprint }) => fingerprint).filter((fingerprint) => fingerprint !== key.fingerprint),
  }
}

/** Says whose key an inspected pack is signed with, going by what this register remembers. */
export const judge = async (db: ReadDb, { figures: _counts, ...inspected }: Inspected): Promise<CheckedPack> => {
  const { manifest } = inspected
  if (inspected.state !== 'genuine' || manifest === null) return { ...inspected, signer: null }
  const signer = await signerOf(db, manifest)
  const key = keyWords(signer.fingerprint)
  if (signer.isOurs) return { ...inspected, signer, sentence: 'This pack was written here and is as it was signed.' }
  if (signer.trustedAt !== null)
    return { ...inspected, signer, sentence: `This pack is as ${manifest.practiceName} signed it.` }
  if (signer.others.length > 0) {
    const sentence = `This pack is as it was signed, but not with the key that ${manifest.practiceName} had before. Ring the practice and compare ${key} before you use it.`
    return { ...inspected, signer, state: 'other-key', sentence }
  }
  const sentence = `This pack is as it was signed. No pack of ${manifest.practiceName} was seen before: ring the practice and compare ${key}.`
  return { ...inspected, signer, state: 'new-key', sentence }
}

/** Remembers the key of a pack as that of its practice. The same one again changes nothing. */
export const trustSigner = async (
  context: CommandContext,
  { key, odsCode, practiceName }: PackManifest,
): Promise<void> => {
  const known = await context.db
    .selectFrom('pack_signer')
    .select('id')
    .where('ods_code', '=', odsCode)
    .where('fingerprint', '=', key.fingerprint)
    .executeTakeFirst()
  if (known !== undefined) return
  await context.insert('pack_signer', {
    id: context.env.ids.next(),
    ods_code: odsCode,
    practice_name: practiceName,
    public_key: key.publicKey,
    fingerprint: key.fingerprint,
    trusted_at: context.env.clock.now(),
    trusted_by: context.user.name,
  })
}
