/** Takes a file that is dropped anywhere on the page. */
export function onDrop(take: (file: File | undefined) => void) {
  const desk = document.querySelector('.desk')!
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const highlight = (on: boolean) => desk.classList.toggle('dropping', on)
  window.addEventListener('dragover', (event) => {
    if (!isFile(event)) return
    event.preventDefault()
    highlight(true)
  })
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) highlight(false)
  })
  window.addEventListener('drop', (event) => {
    if (!isFile(event)) return
    event.preventDefault()
    highlight(false)
    take(event.dataTransfer?.files[0])
  })
}
