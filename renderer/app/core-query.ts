import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  type UseMutationResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Contract } from '#shared/contract/index.ts'
import type { Method, Progress } from '#shared/contract/define.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { z } from 'zod'
import { core, runJob } from './core-client.ts'

type Feature = keyof Contract
type Input<T> = T extends Method<infer _Kind, infer I, infer _Output> ? z.input<I> : never
type Output<T> = T extends Method<infer _Kind, infer _Input, infer O> ? z.output<O> : never
type MethodsOf<F extends Feature, K> = {
  [M in keyof Contract[F]]: Contract[F][M] extends Method<infer Kind, infer _I, infer _O>
    ? Kind extends K
      ? M
      : never
    : never
}[keyof Contract[F]] &
  string

type AnyMethod = (input: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>

const at = (feature: string, method: string): AnyMethod =>
  (core as Record<string, Record<string, AnyMethod>>)[feature]?.[method] as AnyMethod

interface QueryChoices {
  /** false: do not ask yet. */
  enabled?: boolean
  /** Go on showing the last answer while the next one comes: for lists that are being filtered. */
  keepPrevious?: boolean
  /** false: forget the answer with the screen, for what only that screen changes. */
  keepUnused?: boolean
}

/** Asks ahead of the screen that will: it finds the answer, or the question on its way. A failure is left to the screen. */
export const prefetchCoreQuery = <F extends Feature, M extends MethodsOf<F, 'query' | 'open'>>(
  queryClient: QueryClient,
  feature: F,
  method: M,
  input: Input<Contract[F][M]>,
): Promise<void> =>
  queryClient.prefetchQuery({
    queryKey: [feature, method, input],
    queryFn: ({ signal }) => at(feature, method)(input, { signal }),
  })

/** Asks the core and keeps the answer until something it holds changes (see `invalidation.ts`). */
export const useCoreQuery = <F extends Feature, M extends MethodsOf<F, 'query' | 'open'>>(
  feature: F,
  method: M,
  input: Input<Contract[F][M]>,
  { enabled = true, keepPrevious = false, keepUnused = true }: QueryChoices = {},
): UseQueryResult<Output<Contract[F][M]>, AppError> =>
  useQuery<Output<Contract[F][M]>, AppError>({
    queryKey: [feature, method, input],
    queryFn: ({ signal }) => at(feature, method)(input, { signal }) as Promise<Output<Contract[F][M]>>,
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(keepUnused ? {} : { gcTime: 0 }),
  })

/** A write. What it changed is loaded again by the `changed` event, not here. */
export const useCoreCommand = <F extends Feature, M extends MethodsOf<F, 'command' | 'open'>>(
  feature: F,
  method: M,
): UseMutationResult<Output<Contract[F][M]>, AppError, Input<Contract[F][M]>> =>
  useMutation({
    mutationFn: (input: Input<Contract[F][M]>) => at(feature, method)(input) as Promise<Output<Contract[F][M]>>,
  })

export interface RunningWork<I, O> {
  /** null: not running. */
  readonly progress: Progress | null
  readonly running: boolean
  readonly error: AppError | null
  /** Starts the work. Resolves to null when it failed or was stopped; `error` then says why. */
  start(input: I): Promise<O | null>
  stop(): void
}

/** Long work with progress and a way to stop it. */
export const useCoreJob = <F extends Feature, M extends MethodsOf<F, 'job'>>(
  feature: F,
  method: M,
): RunningWork<Input<Contract[F][M]>, Output<Contract[F][M]>> => {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const stopper = useRef<AbortController | null>(null)
  return {
    progress,
    running,
    error,
    stop: () => stopper.current?.abort(),
    async start(input) {
      stopper.current = new AbortController()
      setRunning(true)
      setError(null)
      setProgress(null)
      try {
        const stream = at(feature, method)(input, { signal: stopper.current.signal }) as Promise<
          AsyncGenerator<Progress, Output<Contract[F][M]>, void>
        >
        return await runJob(stream, setProgress)
      } catch (cause) {
        setError(cause instanceof AppError ? cause : new AppError('internal', 'Something went wrong. Try again.'))
        return null
      } finally {
        setRunning(false)
      }
    },
  }
}
