using System.Text.Json;
using EmbeddedHost.Hosting;
using EmbeddedHost.Keys;
using EmbeddedHost.Settings;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Tests.Keys;

public sealed class KeyFileTests
{
    private readonly string _folder = TestFolder.New();

    private string Path => System.IO.Path.Combine(_folder, "keys.json");

    [Fact]
    public void Open_FirstStart_GeneratesKeepsAndShowsTwoKeys()
    {
        var keys = Open(out var output);

        Assert.NotEqual(keys.Master, keys.Default);
        Assert.True(keys.Master.Length >= 43, "256 bits are 43 characters of base64url");
        Assert.Contains($"default {keys.Default}", output, StringComparison.Ordinal);
        Assert.Contains($"_master {keys.Master}", output, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(["keys.json"], Directory.GetFiles(_folder).Select(System.IO.Path.GetFileName));
    }

    [Fact]
    public void Open_LaterStart_GivesTheSameKeysAndShowsNothing()
    {
        var first = Open(out _);
        var later = Open(out var output);
        Assert.Equal((first.Master, first.Default), (later.Master, later.Default));
        Assert.Empty(output);
    }

    [Fact]
    public void Open_KeysInTheEnvironment_AreUsedAndNotWritten()
    {
        var kept = Open(out _);
        var keys = Open(out var output, ("HOST_MASTER_KEY", "given master"), ("HOST_DEFAULT_KEY", "given default"));
        Assert.Equal(("given master", "given default"), (keys.Master, keys.Default));
        Assert.Empty(output);
        Assert.Equal(kept.Master, Open(out _).Master);
    }

    [Fact]
    public void Open_BothKeysInTheEnvironmentAtFirstStart_MakesNoFile()
    {
        Open(out var output, ("HOST_MASTER_KEY", "m"), ("HOST_DEFAULT_KEY", "d"));
        Assert.Empty(output);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Open_OneKeyInTheEnvironment_GeneratesTheOther()
    {
        Open(out var output, ("HOST_MASTER_KEY", "given"));
        Assert.Contains("default ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("_master", output, StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(File.ReadAllText(Path)).RootElement.TryGetProperty("_master", out _));
    }

    [Fact]
    public void Open_FunctionKeyAddedByHand_IsKeptWhenAnotherKeyIsAdded()
    {
        File.WriteAllText(Path, """{ "default": "d", "functions": { "Decide": "own" } }""");
        var keys = Open(out _);
        Assert.Equal("d", keys.Default);
        Assert.Equal("own", keys.ByFunction["decide"]);
        Assert.Equal("own", Open(out _).ByFunction["Decide"]);
    }

    [Fact]
    public void Open_FileThatIsNotJson_RefusesToStart()
    {
        File.WriteAllText(Path, "{ default");
        var refusal = Assert.Throws<StartRefusedException>(() => Open(out _));
        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("{ default", File.ReadAllText(Path));
    }

    private KeyRing Open(out string output, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();
        var writer = new StringWriter();
        var keys = KeyFile.Open(new DataFolder(_folder), configuration, writer, new StartFaults());
        output = writer.ToString();
        return keys;
    }
}
