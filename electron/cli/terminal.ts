import type { Progress } from '#shared/contract/define.ts'
import { AppError } from '#shared/contract/errors.ts'
import { UsageError } from './exit-codes.ts'
import { HiddenLine } from './hidden-line.ts'

/** The world outside the process: what it is given and where it answers. */
export interface Terminal {
  readonly environment: NodeJS.ProcessEnv
  readonly stdin: NodeJS.ReadStream
  /** Results only, as JSON. */
  readonly stdout: NodeJS.WritableStream
  /** Words for the person at the keyboard. */
  readonly stderr: NodeJS.WriteStream
}

/** Prints a result. Nothing else ever goes to stdout. */
export const printResult = ({ stdout }: Terminal, result: unknown): void => {
  stdout.write(`${JSON.stringify(result, null, 2)}\n`)
}

/** Prints a sentence to stderr. */
export const say = ({ stderr }: Terminal, sentence: string): void => {
  stderr.write(`${sentence}\n`)
}

/** Everything on stdin, for `-` in place of an input. */
export const readAll = async ({ stdin }: Terminal): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Asks for a passphrase without showing it.
 * @throws UsageError when nobody is there to ask; AppError `cancelled` on Ctrl+C, when nothing is typed, and when the
 * terminal goes away.
 */
export const askPassphrase = ({ stdin, stderr }: Terminal, whose: string): Promise<string> => {
  if (!stdin.isTTY)
    throw new UsageError('No passphrase was given. Set THROUGHLINE_PASSPHRASE, or run this in a terminal and type it.')
  stderr.write(`Passphrase of ${whose}: `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    const line = new HiddenLine()
    const finish = (end: () => void): void => {
      stdin.off('data', take)
      stdin.off('end', stop)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      end()
    }
    const stop = (): void => finish(() => reject(new AppError('cancelled', 'Stopped. Nothing was done.')))
    const take = (text: string): void => {
      for (const character of text) {
        const typed = line.take(character)
        if (typed === 'stopped') return stop()
        if (typed === 'entered') return finish(() => resolve(line.text))
      }
    }
    stdin.on('data', take)
    stdin.once('end', stop)
  })
}

/** Shows how far a job has come: one line that changes on a terminal, a line for each step in a log. */
export const progressTo = ({ stderr }: Terminal): ((progress: Progress) => void) => {
  let lastStep = ''
  return ({ step, done, total, unit }) => {
    if (stderr.isTTY) {
      const share =
        total === null
          ? done.toLocaleString('en-GB')
          : `${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
      stderr.write(`\r\u001B[K${step}: ${share} ${unit}${done === total ? '\n' : ''}`)
    } else if (step !== lastStep) {
      stderr.write(`${step}\n`)
    }
    lastStep = step
  }
}
