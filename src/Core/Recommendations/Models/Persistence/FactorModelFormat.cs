using System.Buffers;
using PersonalizationEngine.Core.Recommendations.Models.Factors;

namespace PersonalizationEngine.Core.Recommendations.Models.Persistence;

/// <summary>
/// An <see cref="ItemFactorModel"/> in two bytes a factor: 100,000 items of 64 factors are 13 MB. After the frame: the number
/// of items, their ids; factors an item; the three numbers of the fold-in; for each item the largest of its factors, and each
/// as a part of it.
/// </summary>
public static class FactorModelFormat
{
    private const int MostFactors = 4096;

    /// <param name="itemIds">By item number; items with an empty id, those that were removed, are left out.</param>
    /// <exception cref="ArgumentException">The model speaks of items that have no id in the list.</exception>
    public static void Write(ItemFactorModel model, IReadOnlyList<string> itemIds, IBufferWriter<byte> output)
    {
        var isUsed = new bool[itemIds.Count];
        foreach (var item in model.Items)
        {
            if (item >= isUsed.Length) throw new ArgumentException($"Item {item} has no id.", nameof(itemIds));
            isUsed[item] = true;
        }

        var writer = new ModelWriter(output, ModelKind.Factors);
        var places = StoredItems.Write(writer, isUsed, itemIds);
        writer.Count(model.Factors.Width);
        writer.Single(model.FoldIn.UnseenWeight);
        writer.Single(model.FoldIn.Lambda);
        writer.Single(model.FoldIn.FrequencyExponent);
        foreach (var (row, item) in model.Items.Index().OrderBy(pair => places[pair.Item]))
            if (places[item] != StoredItems.None) writer.Scaled(model.Factors.Row(row));
        writer.End();
    }

    /// <param name="numberOf">
    /// The number this process gives an id, no two the same one; below 0 for an item that is no more, which is left out.
    /// Asked once for each id.
    /// </param>
    public static ModelReading<ItemFactorModel> Read(ReadOnlySpan<byte> bytes, Func<string, int> numberOf)
    {
        var fault = ModelFrame.Open(bytes, ModelKind.Factors, out var body);
        if (fault.Length > 0) return ModelReading<ItemFactorModel>.Failed(fault);

        var reader = new ModelReader(body);
        var numbers = StoredItems.Read(ref reader, numberOf);
        var width = reader.Count();
        var foldIn = new FoldIn(reader.Single(), reader.Single(), reader.Single());
        if (width is < 1 or > MostFactors || !reader.Holds(numbers.Length, sizeof(float) + (2 * width))) reader.Break();
        if (reader.IsBroken) return Contradiction();

        var items = numbers.Where(number => number != StoredItems.None).ToArray();
        var factors = new FactorTable(items.Length, width);
        var leftOut = new float[width];
        var row = 0;
        foreach (var number in numbers) reader.Scaled(number == StoredItems.None ? leftOut : factors.Row(row++));
        if (reader.IsBroken || !reader.IsAtEnd) return Contradiction();
        return ModelReading<ItemFactorModel>.Of(new ItemFactorModel(factors, items, foldIn));
    }

    private static ModelReading<ItemFactorModel> Contradiction() =>
        ModelReading<ItemFactorModel>.Failed("The stored model contradicts itself.");
}
