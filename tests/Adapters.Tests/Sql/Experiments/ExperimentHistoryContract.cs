using PersonalizationEngine.Engine.Experiments.Facts;
using PersonalizationEngine.Engine.Ports;

namespace PersonalizationEngine.Adapters.Tests.Sql.Experiments;

public abstract class ExperimentHistoryContract(IStores stores) : StoreContract(stores)
{
    private IExperimentHistory History => Store.Get<IExperimentHistory>();

    [Fact]
    public async Task Weights_OfOneExperiment_ComeBackInTheirOrder()
    {
        await History.AddWeightsAsync(1, new WeightChange(Now.AddHours(1), [0.1, 0.9]), Ending);
        await History.AddWeightsAsync(1, new WeightChange(Now, [1d / 3, 2d / 3]), Ending);
        await History.AddWeightsAsync(2, new WeightChange(Now, [0.5, 0.5]), Ending);

        var weights = await History.ReadWeightsAsync(1, Ending);

        Assert.Equal([Now, Now.AddHours(1)], weights.Select(change => change.At));
        Assert.Equal([1d / 3, 2d / 3], weights[0].Weights);
        Assert.Empty(await History.ReadWeightsAsync(3, Ending));
    }

    [Fact]
    public async Task Stops_OfOneExperiment_ComeBackUnchanged()
    {
        var stop = new GuardrailStop(Now, "errors", "b", -0.25, -0.4, -0.1, 6000);
        await History.AddStopAsync(1, stop, Ending);

        Assert.Equal([stop], await History.ReadStopsAsync(1, Ending));
        Assert.Empty(await History.ReadStopsAsync(2, Ending));
    }
}
