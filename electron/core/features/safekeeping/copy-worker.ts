import { parentPort, workerData } from 'node:worker_threads'
import { answerCopyRequest, type CopyRequest } from './copy-request.ts'

/** A thread that does one piece of work and ends. The key lies in memory shared with whoever started it, who clears it. */
const { request, key } = workerData as { request: CopyRequest; key: SharedArrayBuffer }

parentPort?.postMessage(answerCopyRequest(request, Buffer.from(key)))
