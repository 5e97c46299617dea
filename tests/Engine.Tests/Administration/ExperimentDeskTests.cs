using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Engine.Administration;
using PersonalizationEngine.Engine.Tests.Personalization.Playbooks;

namespace PersonalizationEngine.Engine.Tests.Administration;

public sealed class ExperimentDeskTests : IDisposable
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["draft"] = ["draft", "running"],
        ["running"] = ["running", "paused", "completed"],
        ["paused"] = ["paused", "running", "completed"],
        ["completed"] = ["completed"],
    };

    private readonly Definitions _definitions = new();
    private readonly ExperimentDesk _desk;

    public ExperimentDeskTests() => _desk = new ExperimentDesk(_definitions.Experiments, _definitions.News, _definitions.Named, Timing.Clock());

    public void Dispose() => _definitions.Dispose();

    [Fact]
    public async Task Replace_EveryTransition_IsDoneOrRefusedAsDrawn()
    {
        foreach (var from in ExperimentLifecycle.All)
        {
            foreach (var to in ExperimentLifecycle.All)
            {
                var id = _definitions.Experiments.Put(Definitions.Experiment($"{from}-{to}", from));
                var change = await ReplaceAsync(id, $"{from}-{to}", to);

                Assert.Equal((from, to, Allowed[from].Contains(to)), (from, to, change is Change<Experiment>.Done));
                var stored = (await _desk.FindAsync(id, TestContext.Current.CancellationToken))!;
                Assert.Equal(change is Change<Experiment>.Done ? (to, 2) : (from, 1), (stored.Value.Status.Name(), stored.Version));
            }
        }
    }

    [Theory]
    [InlineData("draft", true)]
    [InlineData("running", true)]
    [InlineData("paused", false)]
    [InlineData("completed", false)]
    public async Task Add_InAStatus_BeginsAsDraftOrRunning(string status, bool begins)
    {
        var change = await _desk.AddAsync(Definitions.ExperimentDocumentOf("new", status), TestContext.Current.CancellationToken);

        Assert.Equal(begins, change is Change<Experiment>.Done);
        Assert.Equal(begins ? 1 : 0, _definitions.Keeper.Current.Experiments.Count);
    }

    [Theory]
    [InlineData("key", "s", "a,b", false)]
    [InlineData("test", "seed", "a,b", false)]
    [InlineData("test", "s", "b,a", false)]
    [InlineData("test", "s", "a,b,c", false)]
    [InlineData("test", "s", "a,b", true)]
    public async Task Replace_OnceStarted_KeepsWhatDecidesWhoGetsWhat(string key, string seed, string variants, bool done)
    {
        foreach (var status in (string[])["running", "paused", "completed"])
        {
            var id = _definitions.Experiments.Put(Definitions.Experiment("test", status));
            var document = Definitions.ExperimentDocumentOf(key, status, seed, variants);
            var change = await _desk.ReplaceAsync(id, 1, document, TestContext.Current.CancellationToken);
            await _desk.RemoveAsync(id, null, TestContext.Current.CancellationToken);

            Assert.Equal(done, change is Change<Experiment>.Done);
        }
    }

    private Task<Change<Experiment>> ReplaceAsync(long id, string key, string status) =>
        _desk.ReplaceAsync(id, 1, Definitions.ExperimentDocumentOf(key, status), TestContext.Current.CancellationToken);
}
