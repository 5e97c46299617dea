namespace PersonalizationEngine.Adapters.ClickHouse.Rows;

/// <summary>Makes something of a row. It is asked again with more bytes when the row was cut, so it must change nothing outside.</summary>
internal delegate T RowParser<out T>(ref RowReader row);
