using System.Text.Json;
using PersonalizationEngine.Adapters.Files;

namespace PersonalizationEngine.Adapters.Tests.Files;

public sealed class LocalCredentialsTests
{
    private readonly string _folder = TestFolder.New();

    private string File => Path.Combine(_folder, "webhook-credentials.json");

    [Fact]
    public void ReadOrMake_FirstStart_MakesCredentialsOfFullStrength()
    {
        var made = LocalCredentials.ReadOrMake(_folder);

        Assert.StartsWith("whsec_", made.Secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(made.Secret["whsec_".Length..]).Length);
        Assert.Equal(24, Convert.FromHexString(made.Token).Length);
        Assert.Equal(32, Convert.FromBase64String(made.DecisionKey).Length);
        Assert.NotEqual(made, LocalCredentials.ReadOrMake(TestFolder.New()));
    }

    [Fact]
    public void ReadOrMake_FirstStart_LeavesOneFileForItsOwnerOnly()
    {
        LocalCredentials.ReadOrMake(_folder);

        Assert.Equal([File], Directory.GetFiles(_folder));
        Assert.True(OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(File) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void ReadOrMake_FirstStart_WritesTheDocumentedNames()
    {
        var made = LocalCredentials.ReadOrMake(_folder);
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(File));
        Assert.Equal(
            [("secret", made.Secret), ("token", made.Token), ("decision_key", made.DecisionKey)],
            json.RootElement.EnumerateObject().Select(property => (property.Name, property.Value.GetString()!)));
    }

    [Fact]
    public void ReadOrMake_LaterStart_GivesTheSameAndWritesNothing()
    {
        var made = LocalCredentials.ReadOrMake(_folder);
        var written = System.IO.File.GetLastWriteTimeUtc(File);
        Assert.Equal(made, LocalCredentials.ReadOrMake(_folder));
        Assert.Equal(written, System.IO.File.GetLastWriteTimeUtc(File));
    }

    [Fact]
    public void ReadOrMake_FolderIsMissing_MakesIt()
    {
        var folder = Path.Combine(_folder, "a", "b");
        Assert.Equal(LocalCredentials.ReadOrMake(folder), LocalCredentials.ReadOrMake(folder));
    }

    [Fact]
    public async Task ReadOrMake_ManyFirstStartsAtOnce_GiveNobodyOtherCredentialsThanTheFile()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(MakeUnlessAnotherDoes)));

        Assert.Equal([LocalCredentials.ReadOrMake(_folder)], made.OfType<LocalCredentials>().Distinct());
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{ "secret": "s", "token": "t" }""")]
    [InlineData("""{ "secret": "s", "token": "t", "decision_key": "" }""")]
    [InlineData("""{ "secret": "s", "token": null, "decision_key": "k" }""")]
    [InlineData("""{ "secret": "s", "token": 1, "decision_key": "k" }""")]
    public void ReadOrMake_WrongContent_NamesTheFileAndKeepsIt(string content)
    {
        System.IO.File.WriteAllText(File, content);
        var fault = Assert.Throws<InvalidDataException>(() => LocalCredentials.ReadOrMake(_folder));
        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void ReadOrMake_WrongContent_KeepsSecretsOutOfTheMessage()
    {
        System.IO.File.WriteAllText(File, """{ "secret": "whsec_hush", "token": "hush" }""");
        var fault = Assert.Throws<InvalidDataException>(() => LocalCredentials.ReadOrMake(_folder));
        Assert.DoesNotContain("hush", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOrMake_FileHeldByAnother_NamesItAndMakesNoNewOne()
    {
        var made = LocalCredentials.ReadOrMake(_folder);
        using (new FileStream(File, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var fault = Assert.Throws<InvalidDataException>(() => LocalCredentials.ReadOrMake(_folder));
            Assert.Contains(File, fault.Message, StringComparison.Ordinal);
        }

        Assert.Equal(made, LocalCredentials.ReadOrMake(_folder));
    }

    [Fact]
    public void ReadOrMake_DraftOfAStartThatDied_IsNoObstacle()
    {
        System.IO.File.WriteAllText(File + ".new", "{ \"sec");
        Assert.Equal(LocalCredentials.ReadOrMake(_folder), LocalCredentials.ReadOrMake(_folder));
    }

    private LocalCredentials? MakeUnlessAnotherDoes()
    {
        try
        {
            return LocalCredentials.ReadOrMake(_folder);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
