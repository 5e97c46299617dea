namespace PersonalizationEngine.Browser.Tests.Pages;

internal static class Faults
{
    /// <summary>Fails with every fault on a line of its own: whoever mends pages wants to know of all.</summary>
    public static void AssertNone(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all)}");
    }
}
