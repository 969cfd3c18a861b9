using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SeenCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "identified_above_id",
                table: "election_candidate",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "identified_at",
                table: "election_candidate",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "identified_by_name",
                table: "election_candidate",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "seen_result",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    result_id = table.Column<long>(type: "INTEGER", nullable: false),
                    with_ratification = table.Column<bool>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    seen_by_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_seen_result", x => x.id);
                    table.ForeignKey(
                        name: "fk_seen_result_signed_result_result_id",
                        column: x => x.result_id,
                        principalTable: "signed_result",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ux_seen_result_result",
                table: "seen_result",
                column: "result_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "seen_result");

            migrationBuilder.DropColumn(
                name: "identified_above_id",
                table: "election_candidate");

            migrationBuilder.DropColumn(
                name: "identified_at",
                table: "election_candidate");

            migrationBuilder.DropColumn(
                name: "identified_by_name",
                table: "election_candidate");
        }
    }
}
