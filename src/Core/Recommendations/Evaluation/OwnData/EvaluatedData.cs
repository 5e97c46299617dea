using PersonalizationEngine.Core.Recommendations.Models;

namespace PersonalizationEngine.Core.Recommendations.Evaluation.OwnData;

/// <summary>What a recommender knew at one instant. Immutable: the recommender goes on without it.</summary>
/// <param name="Histories">Who met what when.</param>
/// <param name="ItemIds">By the numbers that the histories use, catalogued items among them.</param>
/// <param name="Catalogue">Tells what may be shown and which items share labels; empty where there is none.</param>
public sealed record EvaluatedData(
    InteractionMatrix Histories, IReadOnlyList<string> ItemIds, IReadOnlyList<CatalogueItem> Catalogue);
