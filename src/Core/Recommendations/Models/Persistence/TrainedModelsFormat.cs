using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using PersonalizationEngine.Core.Recommendations.Models.Factors;
using PersonalizationEngine.Core.Recommendations.Training;

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>
/// All models of a training in one piece: a header as JSON, then the dense model, then alike items, then, where it is another,
/// the model of neighbours. Each part has its length, four bytes, before it; the models look after their own soundness.
/// </summary>
public static class TrainedModelsFormat
{
    /// <param name="itemIds">By item number; empty for items that were removed.</param>
    public static byte[] Write(TrainedModels models, TrainedOn on, IReadOnlyList<string> itemIds)
    {
        var output = new ArrayBufferWriter<byte>();
        var header = new StoredModelsHeader(on, models.Choice, models.Dense is not null);
        Append(output, JsonSerializer.SerializeToUtf8Bytes(header, StoredModelsJson.Default.StoredModelsHeader));
        if (models.Dense is { } dense) AppendModel(output, dense, itemIds);
        AppendModel(output, (IItemModel)models.Alike, itemIds);
        if (!ReferenceEquals(models.Alike, models.Neighbours)) AppendModel(output, models.Neighbours, itemIds);
        return output.WrittenSpan.ToArray();
    }

    /// <param name="numberOf">The number this process gives an item id, no two the same one.</param>
    public static ModelReading<StoredModels> Read(ReadOnlySpan<byte> bytes, Func<string, int> numberOf)
    {
        if (HeaderOf(Next(ref bytes)) is not { } header) return ModelReading<StoredModels>.Failed("The stored models have no header.");
        var fault = "";
        var dense = header.HasDense ? Dense(Next(ref bytes), header.Choice?.Dense ?? DenseKind.Ease, numberOf, ref fault) : null;
        var alike = Keep(LinearModelFormat.Read(Next(ref bytes), numberOf), ref fault);
        var neighbours = bytes.IsEmpty ? null : Keep(LinearModelFormat.Read(Next(ref bytes), numberOf), ref fault);
        if (alike is null || fault.Length > 0) return ModelReading<StoredModels>.Failed(fault);

        var knn = new ItemKnnModel(alike.Weights, HighestNumber(alike.Weights) + 1);
        return ModelReading<StoredModels>.Of(new StoredModels(
            new TrainedModels(dense, neighbours ?? (IItemModel)knn, knn, header.Choice), header.On));
    }

    private static StoredModelsHeader? HeaderOf(ReadOnlySpan<byte> json)
    {
        try
        {
            return json.IsEmpty ? null : JsonSerializer.Deserialize(json, StoredModelsJson.Default.StoredModelsHeader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IItemModel? Dense(ReadOnlySpan<byte> bytes, DenseKind kind, Func<string, int> numberOf, ref string fault) =>
        kind == DenseKind.Factors
            ? Keep(FactorModelFormat.Read(bytes, numberOf), ref fault)
            : Keep(LinearModelFormat.Read(bytes, numberOf), ref fault);

    private static T? Keep<T>(ModelReading<T> reading, ref string fault)
        where T : class
    {
        if (reading.Model is null && fault.Length == 0) fault = reading.Fault;
        return reading.Model;
    }

    private static int HighestNumber(SparseRows rows)
    {
        var highest = rows.Count - 1;
        for (var row = 0; row < rows.Count; row++)
            foreach (var column in rows.Columns(row)) highest = Math.Max(highest, column);
        return highest;
    }

    private static void AppendModel(ArrayBufferWriter<byte> output, IItemModel model, IReadOnlyList<string> itemIds)
    {
        var bytes = new ArrayBufferWriter<byte>();
        switch (model)
        {
            case LinearItemModel linear: LinearModelFormat.Write(linear, itemIds, bytes); break;
            case ItemKnnModel knn: LinearModelFormat.Write(knn.ByTarget, itemIds, bytes); break;
            case ItemFactorModel factors: FactorModelFormat.Write(factors, itemIds, bytes); break;
            default: throw new ArgumentException($"Models of type {model.GetType().Name} are not stored.", nameof(model));
        }

        Append(output, bytes.WrittenSpan);
    }

    private static void Append(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> part)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), part.Length);
        output.Advance(sizeof(int));
        output.Write(part);
    }

    /// <summary>The next part; empty when the bytes end before it does.</summary>
    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> bytes)
    {
        var length = bytes.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length < 0 || length > bytes.Length - sizeof(int))
        {
            bytes = [];
            return [];
        }

        var part = bytes.Slice(sizeof(int), length);
        bytes = bytes[(sizeof(int) + length)..];
        return part;
    }
}
