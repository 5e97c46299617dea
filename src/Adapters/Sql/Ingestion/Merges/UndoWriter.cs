using System.Text.Json.Nodes;
using PersonalizationEngine.Adapters.Sql.People;
using PersonalizationEngine.Core.Profiles;
using PersonalizationEngine.Engine.Administration.Auditing;
using PersonalizationEngine.Engine.Identity.Undoing;
using PersonalizationEngine.Engine.Ingestion.People;

namespace PersonalizationEngine.Adapters.Sql.Ingestion.Merges;

/// <summary>Takes two people apart in the store.</summary>
internal sealed class UndoWriter(SqlTransaction transaction, MergeRow merge, DateTimeOffset now)
{
    private const int ListSize = 500;

    private object Two => new { From = merge.FromPerson, To = merge.ToPerson, merge.Id };

    public async Task<UndoneMerge> RunAsync(string by)
    {
        if (merge.UndoneAt is not null) return Refuse("it was undone already");
        if (merge.Image is null) return Refuse("what it takes is not kept any more");
        var image = JsonNode.Parse(merge.Image)!;
        var ids = image["ids"]!.AsArray().Select(id => id!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        await transaction.LockAsync(ids.Append(merge.FromPerson).Append(merge.ToPerson).Distinct(StringComparer.Ordinal));
        if (await WhyNotAsync() is { } reason) return Refuse(reason);
        var joint = await FindAsync(merge.ToPerson);
        var split = new PersonSplit(PersonImage.Read(image["people"]!["from"]!), PersonImage.Read(image["people"]!["to"]!), joint!);
        if (split.WasDeletedSince) return Refuse("the CDP deleted the customer since, and an undo would bring that back");

        var moved = await IdentitiesAsync(ids);
        ids.UnionWith(moved);
        await MoveRowsAsync(ids);
        foreach (var table in KeyedTable.OfStore) await new KeyedRows(transaction, merge).GiveBackAsync(table, image[table.Name]!);
        var left = await transaction.QueryAsync<string>("select identity from identities where person_id = @To", Two);
        await ConsentsApart.GiveBackAsync(transaction, merge, image["consents"]!, ids, [.. left.Where(identity => !ids.Contains(identity))]);
        var (ofFrom, ofTo) = await SeenAsync(ids);
        foreach (var some in moved.Chunk(ListSize))
        {
            await transaction.ExecuteAsync(
                "update identities set person_id = @From where person_id = @To and identity in @some",
                new { From = merge.FromPerson, To = merge.ToPerson, some });
        }

        await WriteAsync(split.FromNow(ofFrom, ofTo, now));
        await WriteAsync(split.ToNow(ofFrom, ofTo, now));
        await NoteAsync(by);
        return new UndoneMerge(Noted(by), null, [.. ids, merge.ToPerson]);
    }

    private UndoneMerge Refuse(string reason) => new(merge.ToMerge(), reason, []);

    private async Task<string?> WhyNotAsync()
    {
        var later = await transaction.QueryAsync<long>(
            "select id from merges where (to_person = @To or from_person = @To) and undone_at is null and id > @Id order by id desc limit 1", Two);
        if (later.Count > 0) return $"somebody has been merged since; undo merge {later[0]} first";
        var owner = await transaction.ScalarAsync<string?>($"select person_id from identities where identity = @From{transaction.Dialect.ForUpdate}", Two);
        if (owner is null || await FindAsync(merge.ToPerson) is null) return "the person was erased since";
        if (owner != merge.ToPerson) return $"{merge.FromPerson} belongs to somebody else since";
        return await FindAsync(merge.FromPerson) is null ? null : $"{merge.FromPerson} is a person of its own again";
    }

    private async Task<PersonRecord?> FindAsync(string person) => await transaction.QueryAsync<PersonRow>(
        $"select {PersonRow.Columns} from people where person_id = @person{transaction.Dialect.ForUpdate}", new { person }) is [var row]
        ? row.ToRecord()
        : null;

    /// <summary>Ids that still lead to the joint person: those of before, and devices that one of those has logged in on since.</summary>
    private async Task<IReadOnlyList<string>> IdentitiesAsync(HashSet<string> ids)
    {
        var devices = await transaction.QueryListAsync<string>(
            $"select identity from identity_links where linked_at >= {merge.MergedAt} and known_id in @list", [.. ids]);
        var owned = await transaction.QueryListAsync<(string Identity, string PersonId)>(
            "select identity, person_id from identities where identity in @list", [.. ids.Union(devices, StringComparer.Ordinal)]);
        return [.. owned.Where(one => one.PersonId == merge.ToPerson && one.Identity != merge.ToPerson).Select(one => one.Identity)];
    }

    private async Task MoveRowsAsync(HashSet<string> ids)
    {
        foreach (var (table, person) in KeyedTable.Numbered)
        {
            await transaction.ExecuteAsync(
                $"update {table} set {person} = @From where {person} = @To and id in (select row_id from merge_rows where merge_id = @Id and kind = '{table}')",
                Two);
        }

        foreach (var some in ids.Chunk(ListSize))
        {
            var since = new { From = merge.FromPerson, To = merge.ToPerson, some, merge.LastEvent, merge.LastConversion };
            await transaction.ExecuteAsync("update events set person_id = @From where person_id = @To and id > @LastEvent and identity in @some", since);
            await transaction.ExecuteAsync(
                "update conversions set person_id = @From where person_id = @To and id > @LastConversion and identity in @some", since);
        }
    }

    private async Task<(SeenSince OfFrom, SeenSince OfTo)> SeenAsync(HashSet<string> ids)
    {
        var rows = await transaction.QueryAsync<(string Identity, long First, long Last)>(
            "select identity, min(occurred_at), max(occurred_at) from events where person_id in (@From, @To) and id > @LastEvent and source = 'rybbit' group by identity",
            new { From = merge.FromPerson, To = merge.ToPerson, merge.LastEvent });
        return (Span(rows.Where(row => ids.Contains(row.Identity))), Span(rows.Where(row => !ids.Contains(row.Identity))));
    }

    private static SeenSince Span(IEnumerable<(string Identity, long First, long Last)> rows)
    {
        var seen = rows.ToList();
        return seen.Count == 0 ? default : new SeenSince(UnixMilliseconds.Read(seen.Min(row => row.First)), UnixMilliseconds.Read(seen.Max(row => row.Last)));
    }

    private async Task WriteAsync(PersonRecord person)
    {
        await transaction.ExecuteAsync(
            transaction.Dialect.Upsert("people", ["person_id"], PersonRow.ColumnNames) with { Optional = PersonRow.OptionalColumnNames },
            [PersonRow.Parameters(person)]);
        await transaction.ExecuteAsync("update people set scored_as = null, scored_at = null where person_id = @PersonId", new { person.PersonId });
    }

    private async Task NoteAsync(string by)
    {
        var at = UnixMilliseconds.From(now);
        await transaction.ExecuteAsync("update merges set undone_at = @at, undone_by = @by where id = @Id", new { at, by, merge.Id });
        await transaction.ExecuteAsync("delete from merge_rows where merge_id = @Id", new { merge.Id });
        var details = AttributeJson.ToJson(new AttributeMap(
        [
            KeyValuePair.Create("from", (AttributeValue)merge.FromPerson),
            KeyValuePair.Create("merge_id", (AttributeValue)(double)merge.Id),
        ]));
        await transaction.ExecuteAsync(
            "insert into audit (happened_at, actor, action, subject, details, request_id) values (@at, @by, 'person.unmerged', @ToPerson, @details, @requestId)",
            new { at, by, merge.ToPerson, details, requestId = RequestInHand.Id });
    }

    private Engine.Identity.NotedMerge Noted(string by) => merge.ToMerge() with { UndoneAt = now, UndoneBy = by };
}
