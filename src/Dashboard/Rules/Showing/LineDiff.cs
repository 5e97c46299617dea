namespace PersonalizationEngine.Dashboard.Rules.Showing;

/// <summary>What has to go and to come to make some lines of others: by the longest sequence they have in common.</summary>
public static class LineDiff
{
    private const int MostLines = 1_000;

    public static IReadOnlyList<LineChange> Between(IReadOnlyList<ShownLine> before, IReadOnlyList<ShownLine> after)
    {
        if (before.Count > MostLines || after.Count > MostLines)
            return [.. before.Select(line => new LineChange('-', line)), .. after.Select(line => new LineChange('+', line))];

        var common = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
            for (var j = after.Count - 1; j >= 0; j--)
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        var changes = new List<LineChange>();
        var (left, right) = (0, 0);
        while (left < before.Count || right < after.Count)
        {
            if (left < before.Count && right < after.Count && before[left] == after[right]) { changes.Add(new LineChange(' ', before[left++])); right++; }
            else if (right == after.Count || (left < before.Count && common[left + 1, right] >= common[left, right + 1])) changes.Add(new LineChange('-', before[left++]));
            else changes.Add(new LineChange('+', after[right++]));
        }

        return changes;
    }
}
