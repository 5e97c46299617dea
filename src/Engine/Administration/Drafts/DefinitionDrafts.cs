using System.Text.Json;
using PersonalizationEngine.Engine.Administration.History;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Engine.Administration.Drafts;

/// <summary>Drafts of one kind of definition beside the live ones: saved, approved of by somebody else, and published.</summary>
public abstract class DefinitionDrafts<T>(DefinitionDesk<T> desk, IDrafts drafts, ReviewPolicy review, TimeProvider time)
    where T : class
{
    public bool IsReviewRequired => review.IsRequired;

    /// <summary>The draft with what is live; null when there is no draft or nothing of that id.</summary>
    public async Task<Drafted<T>?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var live = await desk.FindAsync(id, cancellationToken);
        return live is not null && await drafts.FindAsync(desk.Kind, id, cancellationToken) is { } draft ? new Drafted<T>(draft, live) : null;
    }

    /// <param name="revision">The revision the change was made from, 0 for none; null takes whatever is there.</param>
    public async Task<DraftChange<T>> SaveAsync(long id, int? revision, JsonElement document, string by, CancellationToken cancellationToken)
    {
        var sent = SentDocument.Read(document);
        var parsed = desk.Read(document);
        if (!parsed.Succeeded || sent.Faults.Count > 0) return new DraftChange<T>.Invalid([.. sent.Faults, .. parsed.Faults]);
        while (true)
        {
            if (await desk.FindAsync(id, cancellationToken) is not { } live) return new DraftChange<T>.NotFound();
            var present = (await drafts.FindAsync(desk.Kind, id, cancellationToken))?.Revision ?? 0;
            if (revision is not null && revision != present) return new DraftChange<T>.Outdated(present);

            var text = JsonElement.Parse(sent.ToText(desk.TextOf(parsed.Value)));
            var draft = new Draft(id, present + 1, live.Version, text, Now(), by, sent.Reason);
            if (await drafts.SaveAsync(desk.Kind, draft, cancellationToken)) return new DraftChange<T>.Done(new Drafted<T>(draft, live));
        }
    }

    public Task<bool> RemoveAsync(long id, string by, CancellationToken cancellationToken) =>
        drafts.RemoveAsync(desk.Kind, id, by, Now(), cancellationToken);

    /// <summary>Approves of a draft as it is now. Whoever drafted it cannot.</summary>
    /// <param name="revision">The revision that was looked at; null for the one there is.</param>
    public async Task<DraftChange<T>> ApproveAsync(long id, int? revision, string by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } drafted) return new DraftChange<T>.NotFound();
        var draft = drafted.Draft;
        if (revision is not null && revision != draft.Revision) return new DraftChange<T>.Outdated(draft.Revision);
        if (draft.DraftedBy == by) return new DraftChange<T>.Refused($"Somebody else must approve of it: this draft was made with the key \"{by}\".");

        var at = Now();
        return await drafts.ApproveAsync(desk.Kind, id, draft.Revision, by, at, cancellationToken)
            ? new DraftChange<T>.Done(drafted with { Draft = draft with { ApprovedAt = at, ApprovedBy = by } })
            : new DraftChange<T>.Outdated((await drafts.FindAsync(desk.Kind, id, cancellationToken))?.Revision ?? 0);
    }

    /// <summary>Makes the draft live.</summary>
    /// <param name="reason">Why; null takes what the draft says.</param>
    /// <param name="isForced">Even where <see cref="WhyBetterNot"/> speaks against it.</param>
    public async Task<Change<T>> PublishAsync(
        long id, int? revision, string by, string? reason, CancellationToken cancellationToken, bool isForced = false)
    {
        if (await FindAsync(id, cancellationToken) is not { } drafted) return new Change<T>.NotFound();
        var (draft, live) = drafted;
        if (revision is not null && revision != draft.Revision) return new Change<T>.Outdated(draft.Revision);
        if (review.IsRequired && draft.ApprovedBy is null)
            return new Change<T>.Refused("Nobody has approved of this draft yet.");
        if (live.Version != draft.BasedOn)
        {
            return new Change<T>.Refused(
                $"It has changed since the draft was made: it was version {draft.BasedOn} then and is {live.Version} now. Save the draft again.");
        }

        var against = WhyBetterNot(draft);
        if (!isForced && against is not null) return new Change<T>.Refused(against);

        var edit = new Edit(time.GetUtcNow(), Happenings.Published, by, null)
        {
            Reason = against is null ? reason ?? draft.Reason : $"{reason ?? draft.Reason} [forced: {against}]".TrimStart(),
            ApprovedBy = draft.ApprovedBy,
            Draft = draft.Revision,
        };
        return await desk.ReplaceAsync(id, live.Version, draft.Document, edit, cancellationToken);
    }

    /// <summary>What speaks against making the draft live, although it could be; null when nothing does.</summary>
    protected virtual string? WhyBetterNot(Draft draft) => null;

    /// <summary>As the store keeps it, so that what was just saved reads the same a moment later.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
