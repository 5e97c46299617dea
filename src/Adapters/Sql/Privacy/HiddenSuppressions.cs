using PersonalizationEngine.Adapters.Sql.Suppressions;
using PersonalizationEngine.Engine.Delivery.Suppressions;
using PersonalizationEngine.Engine.Privacy;

namespace PersonalizationEngine.Adapters.Sql.Privacy;

/// <summary>
/// Makes suppressions of erased people unreadable and keeps them in force: were they deleted, the next campaign that gets the
/// address from elsewhere would write to somebody who complained.
/// </summary>
internal sealed class HiddenSuppressions(SqlDatabase database, TombstoneKey key)
{
    private const int ListSize = 200;

    private readonly Tombstones _tombstones = new(key);

    public async Task HideAsync(PersonIds people, CancellationToken cancellationToken)
    {
        string[] contacts = [.. people.Contacts.SelectMany(contact => new[] { ChannelAddress.Of("email", contact), ChannelAddress.Of("sms", contact) })
            .OfType<ChannelAddress>().Select(address => address.Address).Distinct(StringComparer.Ordinal)];
        foreach (var list in people.Ids.Chunk(ListSize)) await HideAsync("person_id in @list", list, cancellationToken);
        foreach (var list in contacts.Chunk(ListSize)) await HideAsync("channel in ('email', 'sms') and address in @list", list, cancellationToken);
    }

    private Task HideAsync(string condition, string[] list, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.WipeAsync();
            var rows = await transaction.QueryAsync<SuppressionRow>($"select {SuppressionRow.Columns} from suppressions where {condition}", new { list });
            await transaction.ExecuteAsync($"delete from suppressions where {condition}", new { list });
            await transaction.ExecuteAsync(
                transaction.Dialect.InsertIfAbsent("suppressions", SuppressionRow.All),
                rows.Where(row => row.Reason != SuppressionReasons.SoftBounce).Select(row => row.ToSuppression())
                    .Select(one => SuppressionRow.Parameters(one.IsOfErased ? one with { PersonId = null } : SuppressionWriter.Hidden(one, _tombstones))));
        },
        cancellationToken);
}
