import { AppError } from '#shared/contract/errors.ts'
import type { packs } from '#shared/features/packs/contract.ts'
import type { CheckedPack } from '#shared/features/packs/schema.ts'
import type { Handlers, JobContext } from '../../context.ts'
import { inspectPack } from './inspect.ts'
import { readPackFile } from './read-pack-file.ts'
import { judge, readSigners, trustSigner } from './signers.ts'
import { readOwnKey } from './signing.ts'

interface Given {
  readonly fileHandle: string
  readonly passphrase: string
}

const check = async (job: JobContext, { fileHandle, passphrase }: Given): Promise<CheckedPack> => {
  await job.report({ step: 'Checking the pack', done: 0, total: null, unit: '' })
  const bytes = readPackFile(job.env.files.path(fileHandle, 'read'))
  const checked = await judge(job.read, await inspectPack(bytes, passphrase))
  const { manifest, state, sha256, signer } = checked
  job.note({
    state,
    sha256,
    ...(manifest === null
      ? {}
      : { kind: manifest.kind, odsCode: manifest.odsCode, from: manifest.from, to: manifest.to }),
    ...(signer === null ? {} : { key: signer.fingerprint }),
  })
  return checked
}

export const packHandlers: Handlers<typeof packs> = {
  async identity({ db }) {
    const own = await readOwnKey(db)
    return {
      own: own === null ? null : { fingerprint: own.key.fingerprint, madeAt: own.madeAt },
      signers: await readSigners(db),
    }
  },
  verify: (job, given) => check(job, given),
  async trust(job, { fingerprint, ...given }) {
    const { manifest } = await check(job, given)
    if (manifest?.key.fingerprint !== fingerprint)
      throw new AppError('conflict', 'This is not the pack that you looked at. Check it again: no key was remembered.')
    await job.write((context) => trustSigner(context, manifest))
    return check(job, given)
  },
  async forget(context, { id, version }) {
    await context.remove('pack_signer', id, version)
    return {}
  },
}
