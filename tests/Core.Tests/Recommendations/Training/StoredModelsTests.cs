using PersonalizationEngine.Core.Recommendations;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Tests.Recommendations.Training;

public sealed class StoredModelsTests
{
    private static readonly TrainedOn On = new(300, 100, 3000, 1.5);

    [Theory]
    [InlineData(10_000)]
    [InlineData(100)]
    public void Read_WhatWasWritten_ServesTheSameInAnotherProcess(int denseItems)
    {
        var settings = new RecommenderSettings { DenseItems = denseItems };
        using var here = Learnt(settings, reversed: false);
        var models = new RecommenderTrainer(settings).Train(here.TrainingData());
        here.Use(models);

        using var there = Learnt(settings, reversed: true);
        var read = there.Read(here.Write(models, On));
        Assert.Equal("", read.Fault);
        there.Use(read.Model!.Models);

        Assert.Equal(On, read.Model.On);
        Assert.Equal(models.Choice!.Plan.Bands, read.Model.Models.Choice!.Plan.Bands);
        foreach (var person in (string[])["p1", "p17", "p255"])
        {
            var query = new RecommendationQuery { PersonId = person, Instant = World.Now, Limit = 5 };
            Assert.Equal(here.Recommend(query).Items.Select(item => item.ItemId), there.Recommend(query).Items.Select(item => item.ItemId));
        }
    }

    [Fact]
    public void Read_AnythingElse_IsAFaultAndNeverAnException()
    {
        using var recommender = Learnt(new(), reversed: false);
        var bytes = recommender.Write(new RecommenderTrainer(new()).Train(recommender.TrainingData()), On);
        var chance = new Random(4);
        for (var round = 0; round < 300; round++)
        {
            var damaged = bytes.ToArray();
            if (round % 3 == 0) damaged = damaged[..chance.Next(damaged.Length)];
            else damaged[chance.Next(damaged.Length)] ^= (byte)(1 << chance.Next(8));
            var read = recommender.Read(damaged);
            Assert.True(read.Model is null == read.Fault.Length > 0);
        }
    }

    private static Recommender Learnt(RecommenderSettings settings, bool reversed)
    {
        var recommender = new Recommender(settings);
        var matrix = Histories.OfTastes(300, 8, 20, 10);
        var all = Enumerable.Range(0, matrix.PersonCount).SelectMany(person => matrix.ItemsOf(person).ToArray()
            .Select((item, place) => new Interaction($"p{person}", $"i{item}", "", 1, World.Now.AddMinutes(((person * 10) + place) - 5000)))).ToArray();
        foreach (var interaction in reversed ? all.Reverse() : all) recommender.Learn(interaction);
        return recommender;
    }
}
