import { Link } from '@/components/ui/link';
import { joinWords } from '@/lib/format';
import { paths } from '@/lib/paths';

type ReplacedFilesProps = {
  replaced: readonly { file: { id: string; name: string }; by: readonly string[] }[];
};

/** Files that stay on record and count no more, quietly, with what took their place. */
export function ReplacedFiles({ replaced }: ReplacedFilesProps) {
  if (replaced.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-xs app-files__title">Replaced files</h3>
      <ul className="app-files app-files--quiet">
        {replaced.map(({ file, by }) => (
          <li key={file.id} className="app-files__file">
            <span className="app-files__what">
              <Link href={paths.document(file.id)}>{file.name}</Link> Replaced by {joinWords(by)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
