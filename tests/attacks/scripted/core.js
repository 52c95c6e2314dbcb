import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

// A core that does what a test's page asks of it: the shell's side of the conversation can be tried without a register.
const { parentPort } = process
const send = (message) => (parentPort ? parentPort.postMessage(message) : process.send(message))
const heard = []
const prints = new Map()

const answer = ({ id, order, value }) => {
  if (order === 'say') send(value)
  if (order === 'allow') prints.set(value.leave, value.print)
  if (order === 'die') process.kill(process.pid, 'SIGKILL')
  return { id, heard, environment: { ...process.env } }
}

const hear = (message) => {
  heard.push(message)
  if (message.type === 'take-print') {
    const print = prints.get(message.leave) ?? null
    prints.delete(message.leave)
    send({ type: 'print', leave: message.leave, print })
  }
  if (message.type === 'shutdown' && process.env.SCRIPTED_CORE !== 'deaf') {
    writeFileSync(join(process.env.THROUGHLINE_DATA, 'closed'), '')
    send({ type: 'closed' })
    process.exit(0)
  }
}

if (parentPort) {
  parentPort.on('message', ({ data, ports }) => {
    if (data.type !== 'connect') return hear(data)
    const [port] = ports
    port.on('message', (event) => port.postMessage(answer(event.data)))
    port.start()
  })
} else {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (message) => {
    if (message.type === 'port-message') send({ type: 'port-message', port: message.port, data: answer(message.data) })
    else hear(message)
  })
}

send({ type: 'ready' })
