using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Logging;
using PersonalizationEngine.Core.Experiments;
using PersonalizationEngine.Core.Experiments.Documents;
using PersonalizationEngine.Core.Experiments.Measures;
using PersonalizationEngine.Core.Rules;
using PersonalizationEngine.Engine.Administration;

namespace PersonalizationEngine.Adapters.Sql.Definitions;

internal sealed class SqlExperiments(SqlDatabase database, ILogger<SqlExperiments> logger)
    : SqlDefinitions<Experiment, SqlExperiments.Row>(database, logger, "ab_experiments", Columns)
{
    private static readonly string[] Columns =
    [
        "experiment_key", "name", "description", "status", "variants", "traffic_allocation", "seed", "hash_version", "targeting",
        "start_date", "end_date", "design", "measures",
    ];

    protected override DynamicParameters Parameters(Experiment experiment) => new(new
    {
        experiment_key = experiment.Key,
        name = experiment.Name,
        description = experiment.Description,
        status = experiment.Status.Name(),
        variants = JsonSerializer.Serialize(experiment.Variants, VariantJson.Default.IReadOnlyListVariant),
        traffic_allocation = experiment.TrafficAllocation,
        seed = experiment.Seed,
        hash_version = experiment.HashVersion,
        targeting = experiment.Targeting?.Json.GetRawText(),
        start_date = experiment.StartsAt,
        end_date = experiment.EndsAt,
        measures = Write(experiment.Measures),
        design = experiment.Design == ExperimentDesign.Plain ? null : ExperimentDesignDocument.ToJson(experiment.Design),
    });

    protected override Stored<Experiment> Read(Row row)
    {
        var variants = JsonSerializer.Deserialize(row.Variants, VariantJson.Default.IReadOnlyListVariant)
            ?? throw new JsonException("An experiment has variants.");
        var experiment = new Experiment(
            row.Id, row.ExperimentKey, row.Name, row.Description, ExperimentLifecycle.Parse(row.Status), variants,
            Convert.ToDouble(row.TrafficAllocation, CultureInfo.InvariantCulture), row.Seed, row.HashVersion,
            row.Targeting is null ? null : ConditionDocument.Restore(JsonColumns.ReadElement(row.Targeting)), row.StartDate, row.EndDate)
        {
            Measures = row.Measures is null ? ExperimentMeasures.None : ReadMeasures(row.Measures),
            Design = row.Design is null
                ? ExperimentDesign.Plain
                : ExperimentDesignDocument.Restore(JsonColumns.ReadElement(row.Design), [.. variants.Select(variant => variant.Key)]),
        };
        return new Stored<Experiment>(row.Id, experiment, row.Version, row.CreatedAt, row.UpdatedAt);
    }

    private static string? Write(ExperimentMeasures measures) => measures is { Metrics.Count: 0, IsBandit: false }
        ? null
        : JsonSerializer.Serialize(new StoredMeasures(measures.Metrics, measures.IsBandit), MeasuresJson.Default.StoredMeasures);

    private static ExperimentMeasures ReadMeasures(string json) => JsonSerializer.Deserialize(json, MeasuresJson.Default.StoredMeasures) is { } stored
        ? new ExperimentMeasures(stored.Metrics, stored.IsBandit)
        : ExperimentMeasures.None;

    internal sealed record Row : IDefinitionRow
    {
        public long Id { get; init; }
        public required string ExperimentKey { get; init; }
        public required string Name { get; init; }
        public string? Description { get; init; }
        public required string Status { get; init; }
        public required string Variants { get; init; }

        /// <summary>SQLite keeps 1 as a whole number and 0.5 as none; typed, the first row read would decide for all others.</summary>
        public required object TrafficAllocation { get; init; }

        public required string Seed { get; init; }
        public int HashVersion { get; init; }
        public string? Targeting { get; init; }
        public DateTimeOffset? StartDate { get; init; }
        public DateTimeOffset? EndDate { get; init; }
        public string? Measures { get; init; }
        public string? Design { get; init; }
        public int Version { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset UpdatedAt { get; init; }
    }
}
