namespace PersonalizationEngine.Adapters.Tests;

/// <summary>Folders that are gone when the tests have run.</summary>
internal static class TestFolder
{
    private static readonly DirectoryInfo Root = MakeRoot();
    private static int _count;

    public static string New() => Root.CreateSubdirectory($"{Interlocked.Increment(ref _count)}").FullName;

    private static DirectoryInfo MakeRoot()
    {
        var root = Directory.CreateTempSubdirectory("adapters-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Delete(recursive: true);
        return root;
    }
}
