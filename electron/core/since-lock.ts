import { AppError } from '#shared/contract/errors.ts'
import type { Environment } from './context.ts'

/**
 * Keeps what lives in memory only from outliving a lock: what is held is forgotten with it, and work that began before
 * it keeps nothing afterwards.
 */
export class SinceLock {
  private readonly watched = new WeakSet<Environment>()
  private readonly forget: () => void
  private readonly what: string
  private locks = 0

  /**
   * @param forget called on every lock.
   * @param what has to be chosen again after one: "the file".
   */
  constructor(what: string, forget: () => void) {
    this.what = what
    this.forget = forget
  }

  /**
   * To be called when a long piece of work starts.
   * @returns to be called before anything of it is kept. It throws AppError `locked` when the register was locked
   *   meanwhile.
   */
  start(env: Environment): () => void {
    this.watch(env)
    const before = this.locks
    return () => {
      if (this.locks === before) return
      throw new AppError(
        'locked',
        `The register was locked meanwhile. Unlock it and choose ${this.what} again. Nothing was saved.`,
      )
    }
  }

  private watch(env: Environment): void {
    if (this.watched.has(env)) return
    this.watched.add(env)
    env.events.listen((event) => {
      if (event.type !== 'locked') return
      this.locks += 1
      this.forget()
    })
  }
}
