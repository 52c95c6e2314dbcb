import { AppError } from '#shared/contract/errors.ts'
import type { BundleExport, WrittenBundle } from '#shared/features/fhir/schema.ts'
import type { JobContext } from '../../context.ts'
import { enterThenPlace } from '../../leaving.ts'
import { chosenPeople } from '../register/public.ts'
import { beginBundle, type BundleFile } from './bundle-file.ts'
import { mapPerson } from './map-person.ts'
import type { Resource } from './resource.ts'
import { rowsOf } from './rows.ts'
import { sharedResources } from './shared-resources.ts'
import { type Telling, telling } from './telling.ts'

/** Few enough that nobody else waits for as long as a person notices, and little is held at once. */
const PEOPLE_AT_ONCE = 50
const KEY_BYTES = 32

/** Without names the order is that of what stands for people, so that it tells nothing of them either. */
const inTellingOrder = (ids: readonly string[], { identity, id }: Telling): readonly string[] =>
  identity === 'identifiable'
    ? ids
    : ids
        .map((one) => ({ one, by: id('Patient', one) }))
        .toSorted((a, b) => (a.by < b.by ? -1 : 1))
        .map(({ one }) => one)

type Counts = Omit<WrittenBundle, 'bytes'>

const writePeople = async (
  job: JobContext,
  ids: readonly string[],
  told: Telling,
  file: BundleFile,
): Promise<Counts> => {
  const practice = await job.read.selectFrom('practice').selectAll().executeTakeFirstOrThrow()
  const users = await job.read.selectFrom('user_account').selectAll().execute()
  const shared = sharedResources(told, practice, users)
  const counted: WrittenBundle['resources'] = {}
  const counts = { people: 0, leftOut: 0 }
  for (let from = 0; from < ids.length; from += PEOPLE_AT_ONCE) {
    await job.report({ step: 'Writing the bundle', done: from, total: ids.length, unit: 'people' })
    const rows = await rowsOf(job.read, ids.slice(from, from + PEOPLE_AT_ONCE))
    const willing = rows.filter(({ person }) => person.leave_out_of_sharing === 0)
    const resources: Resource[] = willing.flatMap((one) => mapPerson(one, told, shared))
    for (const { resourceType } of resources) counted[resourceType] = (counted[resourceType] ?? 0) + 1
    counts.people += willing.length
    counts.leftOut += rows.length - willing.length
    await file.add(resources)
  }
  return { ...counts, resources: counted }
}

const nobody = ({ leftOut }: Counts): AppError =>
  new AppError(
    'conflict',
    leftOut === 0
      ? 'There is nobody in this list, so no file was written.'
      : 'Everybody in this list is left out of onward sharing, so no file was written.',
  )

/**
 * Writes people of the register to one FHIR R4 bundle, whole or not at all, a few people at a time. Who asked to be left
 * out of onward sharing is left out, with or without names. The audit trail keeps who, when, why and how many.
 * @throws AppError `cancelled`, `conflict` when nobody is left to write, `io`.
 */
export const exportBundle = async (job: JobContext, input: BundleExport): Promise<WrittenBundle> => {
  const path = job.env.files.path(input.fileHandle, 'write')
  const today = job.env.clock.today()
  job.note({ reason: input.reason, identity: input.identity })
  const told = telling(input.identity, job.env.ids.bytes(KEY_BYTES), today)
  const ids = inTellingOrder(await chosenPeople(job.read, input, today), told)
  const file = await beginBundle(path, told, job.env.clock.now())
  try {
    const counts = await writePeople(job, ids, told, file)
    if (counts.people === 0) throw nobody(counts)
    await job.report({ step: 'Writing the bundle', done: ids.length, total: ids.length, unit: 'people' })
    job.note({ people: counts.people, leftOut: counts.leftOut, resources: counts.resources })
    return { ...counts, bytes: await enterThenPlace(job, () => file.finish()) }
  } catch (cause) {
    await file.discard()
    throw cause
  }
}
