using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AnnulledElections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "annulled_at",
                table: "held_election",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "annulled_by_name",
                table: "held_election",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "annulled_reason",
                table: "held_election",
                type: "TEXT",
                maxLength: 500,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "annulled_at",
                table: "held_election");

            migrationBuilder.DropColumn(
                name: "annulled_by_name",
                table: "held_election");

            migrationBuilder.DropColumn(
                name: "annulled_reason",
                table: "held_election");
        }
    }
}
