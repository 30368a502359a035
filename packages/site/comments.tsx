import type { Commentary } from '#scorecard/edition.ts';
import { longDay, shortPeriod } from '#site/format.ts';
import { commentaryWords, say, words } from '#site/words.ts';

const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).map((each) => each.trim());

/** Signed by a role, dated, and said to be of another period where it is. */
const Comment = ({ comment, period }: { comment: Commentary; period: string }) => (
  <div class="comment">
    {comment.kind !== 'comment' && <h3 class="govuk-heading-s">{commentaryWords[comment.kind]}</h3>}
    {paragraphs(comment.text).map((text) => (
      <p key={text} class="govuk-body">
        {text}
      </p>
    ))}
    <p class="comment__by">
      {say.by(comment.recordedBy, longDay(comment.on))}
      {comment.period !== period && `. ${say.formerComment(shortPeriod(comment.period))}`}
      {comment.stale && <strong>. {words.staleComment}</strong>}
    </p>
  </div>
);

export const Comments = ({ comments, period }: { comments: readonly Commentary[]; period: string }) => (
  <>
    {comments.map((comment) => (
      <Comment key={`${comment.kind} ${comment.on} ${comment.text}`} comment={comment} period={period} />
    ))}
  </>
);
