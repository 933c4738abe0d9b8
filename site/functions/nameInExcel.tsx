/** What a function is called in Excel where this build has a prefix. */
export function NameInExcel({ name, namespace }: { name: string; namespace: string }) {
  if (namespace === '') return null
  return (
    <p>
      In Excel its name here is{' '}
      <code>
        {namespace}.{name}
      </code>
      .
    </p>
  )
}
