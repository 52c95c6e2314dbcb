import type { z } from 'zod'
import type { Capability } from '#shared/permissions.ts'

/**
 * open: needs no unlocked register (first run, unlock). query: reads. command: one write transaction.
 * job: long work that reports progress, can be cancelled and opens its own transactions.
 */
export const METHOD_KINDS = ['open', 'query', 'command', 'job'] as const
export type MethodKind = (typeof METHOD_KINDS)[number]

/** What the audit trail says a method does. Queries are silent unless they show one person's record. */
export type AuditVerb =
  | 'view'
  | 'create'
  | 'edit'
  | 'remove'
  | 'undo'
  | 'import'
  | 'export'
  | 'print'
  | 'backup'
  | 'unlock'
  | 'settings'

export interface Method<
  K extends MethodKind = MethodKind,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K
  /** null only for `open` methods. */
  readonly can: Capability | null
  readonly audits: AuditVerb | null
  readonly input: I
  readonly output: O
  /** One plain sentence for the command line's list of methods. */
  readonly summary: string
}

interface Shape<I extends z.ZodType, O extends z.ZodType> {
  summary: string
  input: I
  output: O
}

/** A method that works while the register is locked. */
export const open = <I extends z.ZodType, O extends z.ZodType>(shape: Shape<I, O>): Method<'open', I, O> => ({
  kind: 'open',
  can: null,
  audits: null,
  ...shape,
})

/** A read. Give `audits: 'view'` where one named person's record is shown. */
export const query = <I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { can: Capability; audits?: AuditVerb },
): Method<'query', I, O> => ({ kind: 'query', audits: null, ...shape })

/** A write: one transaction, one audit entry, one announcement. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { can: Capability; audits: AuditVerb },
): Method<'command', I, O> => ({ kind: 'command', ...shape })

/** Long work with progress and cancel. `output` is what the last message carries. */
export const job = <I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<I, O> & { can: Capability; audits?: AuditVerb },
): Method<'job', I, O> => ({ kind: 'job', audits: null, ...shape })

/** How far a job has come. `done` and `total` count the same thing, named by `unit`. */
export interface Progress {
  step: string
  done: number
  total: number | null
  unit: string
}

export interface MethodTree {
  readonly [name: string]: Method | MethodTree
}

/** True for a leaf of the contract. */
export const isMethod = (node: Method | MethodTree): node is Method => typeof (node as Method).kind === 'string'

/** Every method with its dotted name, in contract order. */
export const listMethods = (tree: MethodTree, prefix = ''): { name: string; method: Method }[] =>
  Object.entries(tree).flatMap(([key, node]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    return isMethod(node) ? [{ name, method: node }] : listMethods(node, name)
  })

interface CallOptions {
  signal?: AbortSignal
}

/** What a caller sees: one function a method. Jobs hand back an async iterator of progress that returns the result. */
export type Client<T> = {
  [K in keyof T]: T[K] extends Method<infer Kind, infer I, infer O>
    ? (
        input: z.input<I>,
        options?: CallOptions,
      ) => Promise<Kind extends 'job' ? AsyncGenerator<Progress, z.output<O>, void> : z.output<O>>
    : Client<T[K]>
}
