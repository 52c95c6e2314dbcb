import { z } from 'zod'
import { contract } from '#shared/contract/index.ts'
import { listMethods, type MethodTree } from '#shared/contract/define.ts'
import { takesOnlyOptions } from '../arguments.ts'
import type { Run } from '../register-file.ts'

/** Every method of the contract, with what it takes as a JSON Schema. Needs no register. */
export const listEveryMethod = ({ given }: Run): unknown => {
  takesOnlyOptions(given, 'methods')
  return listMethods(contract as MethodTree).map(({ name, method }) => ({
    name,
    kind: method.kind,
    capability: method.can,
    audits: method.audits,
    summary: method.summary,
    input: z.toJSONSchema(method.input, { io: 'input', unrepresentable: 'any' }),
  }))
}
