using Feed.Tests.Receiver;
using PersonalizationEngine.Feed.Demo.Wire;
using PersonalizationEngine.Feed.Replay.Resume;

namespace Feed.Tests.Replay;

public sealed class StateFileTests
{
    private static readonly Uri Url = new("http://localhost:7071");
    private static readonly ReplayState State = new("f1", Url, 3_000, 99_000, 4, Mappings.Now, 1_500.5);

    [Fact]
    public void Load_WhatWasSaved_GivesItBack()
    {
        using var folder = new TemporaryFolder();
        var file = StateFile.For("data.csv", Path.Combine(folder.Path, "new"), "unused");

        Assert.Null(file.Save(State with { Records = 1 }));
        Assert.Null(file.Save(State));

        Assert.Equal(State, file.Load("f1", Url));
        Assert.EndsWith("data.csv.resume.json", file.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f2", "http://localhost:7071")]
    [InlineData("f1", "http://localhost:7072")]
    public void Load_OtherSendingOrEngine_GivesNothing(string fingerprint, string url)
    {
        using var folder = new TemporaryFolder();
        var file = StateFile.For("data.csv", folder.Path, "unused");
        Assert.Null(file.Save(State));

        Assert.Null(file.Load(fingerprint, new Uri(url)));
    }

    [Fact]
    public void Load_NoFileOrAnotherContent_GivesNothing()
    {
        using var folder = new TemporaryFolder();
        var file = StateFile.For("data.csv", folder.Path, "unused");

        Assert.Null(file.Load("f1", Url));
        folder.File("data.csv.resume.json", "{ torn");
        Assert.Null(file.Load("f1", Url));
    }

    [Fact]
    public void For_FolderThatCannotBeWritten_TakesTheTemporaryOne()
    {
        using var folder = new TemporaryFolder();

        var beside = StateFile.For(folder.File("data.csv", ""), null, "/elsewhere").Path;
        var elsewhere = StateFile.For("/proc/version", null, "/elsewhere").Path;

        Assert.StartsWith(folder.Path, beside, StringComparison.Ordinal);
        Assert.StartsWith("/elsewhere", elsewhere, StringComparison.Ordinal);
    }
}
