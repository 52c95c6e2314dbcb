// The page's side: `scripted.ask(order, value)` reaches the scripted core through the port that the shell hands over.
const waiting = new Map()
let port = null
let last = 0

window.scripted = {
  ports: 0,
  gone: [],
  warnings: [],
  ask: (order, value) =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      port.postMessage({ id: last, order, value })
    }),
}

window.addEventListener('message', ({ source, data, ports }) => {
  if (source !== window || data?.type !== 'throughline:core-port') return
  port = ports[0]
  port.addEventListener('message', (event) => waiting.get(event.data.id)?.(event.data))
  port.start()
  window.scripted.ports += 1
})
window.throughline.onCoreGone((gone) => window.scripted.gone.push(gone))
window.throughline.onLockWarning((warning) => window.scripted.warnings.push(warning))
if (location.pathname === '/report.html' && new URLSearchParams(location.search).get('id') !== 'never-drawn') {
  window.throughline.reportReady()
}
