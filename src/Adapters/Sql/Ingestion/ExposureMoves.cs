namespace PersonalizationEngine.Adapters.Sql.Ingestion;

/// <summary>
/// Gives one person the exposures of another, or of an id that belonged to nobody when they came about. Of two to one variant the
/// earlier holds; two variants stay two, which tells that the person saw both. What a person keeps is what they were served first.
/// </summary>
internal static class ExposureMoves
{
    private const string SameExposure = "t.experiment_id = {0}.experiment_id and t.variant = {0}.variant",
        SameAssignment = "t.experiment_id = {0}.experiment_id and t.bucket_version = {0}.bucket_version";

    public static async Task WriteAsync(SqlTransaction transaction, string from, string to)
    {
        var people = new { From = from, To = to };
        await DropLaterAsync(transaction, "exposures", "exposed_at", SameExposure, people);
        await PersonMergeWriter.MoveUnlessThereAsync(transaction, "exposures", SameExposure, people);
        await DropLaterAsync(transaction, "assignments", "assigned_at", SameAssignment, people);
        await PersonMergeWriter.MoveUnlessThereAsync(transaction, "assignments", SameAssignment, people);
    }

    /// <summary>Ids that lead to somebody from now on, and under which somebody was served variants before that.</summary>
    public static async Task WriteAsync(SqlTransaction transaction, IReadOnlyDictionary<string, string> owners)
    {
        var aliases = owners.Where(owner => owner.Key != owner.Value).Select(owner => owner.Key).ToList();
        if (aliases.Count == 0) return;
        foreach (var exposed in await transaction.QueryListAsync<string>("select distinct person_id from exposures where person_id in @list", aliases))
            await WriteAsync(transaction, exposed, owners[exposed]);
    }

    /// <summary>What the one merged into has later than the other goes, so that the earlier one can move.</summary>
    private static Task<int> DropLaterAsync(SqlTransaction transaction, string table, string instant, string same, object people) =>
        transaction.ExecuteAsync(
            $"delete from {table} where person_id = @To and exists "
            + $"(select 1 from (select distinct * from {table} where person_id = @From) t "
            + $"where {string.Format(null, same, table)} and t.{instant} < {table}.{instant})", people);
}
