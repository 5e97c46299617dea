namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>A model out of bytes, or why there is none.</summary>
/// <param name="Model">None when the bytes are foreign, cut short, changed, or of a version unknown here.</param>
/// <param name="Fault">One sentence; empty with a model.</param>
public readonly record struct ModelReading<TModel>(TModel? Model, string Fault)
    where TModel : class
{
    internal static ModelReading<TModel> Of(TModel model) => new(model, "");
    internal static ModelReading<TModel> Failed(string fault) => new(null, fault);
}
