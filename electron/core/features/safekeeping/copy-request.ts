import { AppError, type ErrorCode } from '#shared/contract/errors.ts'
import { explainSqliteError } from '../../db/sqlite/connection.ts'
import { checkCopy, type Contents, copyAndCompare } from './copying.ts'

/** Work on whole databases, which takes seconds in which its thread can do nothing else. */
export type CopyRequest = { kind: 'copy'; path: string; target: string } | { kind: 'check'; path: string }

/** How it ended, as it travels between threads. Failures that are nobody's defect only; others end the thread. */
export type CopyAnswer = { contents: Contents } | { refused: { code: ErrorCode; message: string } }

/** Does the work in this thread. */
export const answerCopyRequest = (request: CopyRequest, key: Buffer): CopyAnswer => {
  try {
    return {
      contents:
        request.kind === 'copy' ? copyAndCompare(request.path, request.target, key) : checkCopy(request.path, key),
    }
  } catch (cause) {
    const explained = explainSqliteError(cause)
    if (explained instanceof AppError) return { refused: { code: explained.code, message: explained.message } }
    throw explained
  }
}
