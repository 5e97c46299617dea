using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Privacy;

/// <summary>Looks for names wherever they could be.</summary>
internal static class Traces
{
    /// <summary>In every column of every table, but for what marketers wrote.</summary>
    public static IReadOnlyList<string> InFile(string folder, IReadOnlyList<string> secrets)
    {
        var store = new EngineStore(folder);
        var found = new List<string>();
        foreach (var table in store.Rows("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'", row => row.GetString(0)))
        {
            if (table is "content_rules" or "definition_versions") continue;
            foreach (var values in store.Rows($"select * from {table}", row => Enumerable.Range(0, row.FieldCount).Select(row.GetValue).ToArray()))
            {
                foreach (var value in values)
                {
                    var text = value switch { byte[] bytes => System.Text.Encoding.UTF8.GetString(bytes), _ => $"{value}" };
                    found.AddRange(secrets.Where(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)).Select(secret => $"{table}: {secret} in {text}"));
                }
            }
        }

        return found;
    }
}
